"""Where photos come from: find a card, stick or folder, list and read its files, remove those that are safe."""

"""What is in a picture: faces and words, as boxes; what they mean for a person is decided elsewhere."""

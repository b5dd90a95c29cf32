"""Policy packs: what a school may settle differently, read from files that people can check."""

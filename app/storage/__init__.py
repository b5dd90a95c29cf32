"""The vault of encrypted originals and renditions, the keys that open it, and the lock that lets one writer in."""

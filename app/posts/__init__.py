"""What a post must hold before anybody may be asked to approve it: words and pictures judged together."""

"""Cover what may not be shown, make the rendition that goes out, and attack it before anybody sees it."""

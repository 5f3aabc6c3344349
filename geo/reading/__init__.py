"""One article in, spans and claims out; knows no other article, no map, no screen."""

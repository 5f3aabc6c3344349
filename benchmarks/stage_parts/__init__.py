"""What benchmarks/stage.py is made of: two servers, a watched browser, a module a kind of measurement."""

"""The page as it came: what of it is the article, and who published it when."""

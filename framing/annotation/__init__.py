"""What an article says and by whom: lexicon markers, quotations, speakers, actors and voice."""

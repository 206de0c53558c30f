"""Parts of the font maker: sources, repertoires, outlines, tables and notices."""

"""Material for the cohort of voices besides the treebanks: free handbooks and copy of our own."""

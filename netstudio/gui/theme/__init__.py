"""How everything looks: colours, fonts, icons, the style sheet."""

"""The commands of the installation, a module each."""

"""The Qt room: windows, the tray, the snip. It comes with its own issue; nothing else may import Qt."""

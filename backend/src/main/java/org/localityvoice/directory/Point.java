package org.localityvoice.directory;

/** A place in decimal degrees (WGS 84). */
public record Point(double latitude, double longitude) {}

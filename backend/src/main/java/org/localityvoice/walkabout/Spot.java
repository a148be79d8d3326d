package org.localityvoice.walkabout;

/** A place on the map, in decimal degrees (WGS 84). */
public record Spot(double latitude, double longitude) {}

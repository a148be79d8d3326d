package org.localityvoice.pmf.catalogue;

/**
 * A figure that some part of the platform makes, so that a measure of the catalogue may name it.
 *
 * @param id of the measure
 * @param source the part it is from, as the area file names it: {@code reports}
 * @param theme id of the theme that the figure is stated under
 * @param direction {@code higher-is-better} or {@code lower-is-better}
 */
public record Offer(String id, String source, String theme, String direction, String unit) {}

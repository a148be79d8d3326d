package org.localityvoice.walkabout.finding;

/**
 * The report that a finding has become.
 *
 * @param id of the report
 * @param linked whether it was there already
 * @param before whether somebody else than a walkabout had reported it
 */
public record Reported(String id, boolean linked, boolean before) {}

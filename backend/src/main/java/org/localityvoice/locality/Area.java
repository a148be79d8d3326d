package org.localityvoice.locality;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The council area, as its file describes it.
 *
 * @param timeZone IANA name of the zone that days are counted in
 * @param themes in the order they are shown, like partners and localities
 * @param reporting how problems are reported; {@link Reporting#none} where the file says nothing
 */
public record Area(
    String id,
    String name,
    String timeZone,
    List<Theme> themes,
    List<Partner> partners,
    List<Locality> localities,
    Reporting reporting) {

  public Area {
    themes = List.copyOf(themes);
    partners = List.copyOf(partners);
    localities = List.copyOf(localities);
    // An area that was stored before there were reports has none.
    reporting = Objects.requireNonNullElse(reporting, Reporting.none());
  }

  /** The languages that every theme and partner is described in, English among them. */
  public Set<String> languages() {
    var texts =
        Stream.concat(themes.stream().map(Theme::name), partners.stream().map(Partner::about));
    return Text.languages(texts);
  }

  /** The locality of that id. */
  public Optional<Locality> locality(String localityId) {
    return localities.stream().filter(locality -> locality.id().equals(localityId)).findFirst();
  }

  /**
   * The locality that a place lies in; of several that touch it, the first.
   *
   * @param latitude in decimal degrees (WGS 84), like the longitude
   */
  public Optional<Locality> localityAt(double latitude, double longitude) {
    return localities.stream()
        .filter(locality -> Inside.touches(locality.boundary(), longitude, latitude))
        .findFirst();
  }

  /** The partner of that id. */
  public Optional<Partner> partner(String partnerId) {
    return partners.stream().filter(partner -> partner.id().equals(partnerId)).findFirst();
  }

  /** The theme of that id. */
  public Optional<Theme> theme(String themeId) {
    return themes.stream().filter(theme -> theme.id().equals(themeId)).findFirst();
  }
}

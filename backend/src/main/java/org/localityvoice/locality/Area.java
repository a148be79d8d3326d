package org.localityvoice.locality;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The council area, as its file describes it.
 *
 * @param timeZone IANA name of the zone that days are counted in
 * @param themes in the order they are shown, like partners and localities
 */
public record Area(
    String id,
    String name,
    String timeZone,
    List<Theme> themes,
    List<Partner> partners,
    List<Locality> localities) {

  public Area {
    themes = List.copyOf(themes);
    partners = List.copyOf(partners);
    localities = List.copyOf(localities);
  }

  /** The languages that every theme and partner is described in, English among them. */
  public Set<String> languages() {
    var texts =
        Stream.concat(themes.stream().map(Theme::name), partners.stream().map(Partner::about));
    return texts
        .map(text -> text.byLanguage().keySet())
        .reduce(Area::common)
        .orElse(Set.of(Text.ENGLISH));
  }

  private static Set<String> common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet());
  }

  /** The locality of that id. */
  public Optional<Locality> locality(String localityId) {
    return localities.stream().filter(locality -> locality.id().equals(localityId)).findFirst();
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

package org.localityvoice.locality;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.codecs.pojo.annotations.BsonIgnore;

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

  /** The locality of that id. */
  public Optional<Locality> locality(String localityId) {
    return localities.stream().filter(locality -> locality.id().equals(localityId)).findFirst();
  }

  /** The languages that texts are there for in at least one locality, English among them. */
  @BsonIgnore
  public Set<String> languages() {
    var languages = new TreeSet<>(Set.of(Text.ENGLISH));
    localities.forEach(locality -> languages.addAll(locality.languages()));
    return languages;
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

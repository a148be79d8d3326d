package org.localityvoice.locality;

import java.util.List;

/** Localities as the contract shows them, in one language. Pure. */
final class LocalityAnswers {
  private LocalityAnswers() {}

  record LocalityList(List<Summary> localities) {}

  record Summary(String id, String name, String wardCode, List<String> languages) {}

  record Details(
      String id,
      String name,
      String wardCode,
      List<String> languages,
      String boundarySet,
      GeoJson boundary,
      People population,
      List<LedTheme> themes,
      List<About> partners) {}

  record People(String source, long adults, List<AgeBand> byAgeBand, List<Sex> bySex) {}

  record AgeBand(String ageBand, long adults) {}

  record Sex(String sex, long adults) {}

  record LedTheme(String id, String name, Lead lead) {}

  record Lead(String id, String name) {}

  record About(String id, String name, String about) {}

  static LocalityList list(List<Locality> localities, String language) {
    return new LocalityList(
        localities.stream()
            .map(
                locality ->
                    new Summary(
                        locality.id(),
                        locality.name().in(language),
                        locality.wardCode(),
                        locality.languages()))
            .toList());
  }

  static Details details(Area area, Locality locality, String language) {
    return new Details(
        locality.id(),
        locality.name().in(language),
        locality.wardCode(),
        locality.languages(),
        locality.boundarySet(),
        GeoJson.of(locality.boundary()),
        people(locality.population()),
        area.themes().stream().map(theme -> theme(area, theme, language)).toList(),
        area.partners().stream()
            .filter(partner -> locality.partners().contains(partner.id()))
            .map(partner -> new About(partner.id(), partner.name(), partner.about().in(language)))
            .toList());
  }

  private static People people(Population population) {
    return new People(
        population.source(),
        population.adults(),
        population.byAgeBand().entrySet().stream()
            .map(margin -> new AgeBand(margin.getKey(), margin.getValue()))
            .toList(),
        population.bySex().entrySet().stream()
            .map(margin -> new Sex(margin.getKey(), margin.getValue()))
            .toList());
  }

  private static LedTheme theme(Area area, Theme theme, String language) {
    var name = area.partner(theme.lead()).map(Partner::name).orElse(theme.lead());
    return new LedTheme(theme.id(), theme.name().in(language), new Lead(theme.lead(), name));
  }
}

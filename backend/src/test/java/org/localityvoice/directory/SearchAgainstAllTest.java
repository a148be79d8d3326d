package org.localityvoice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.localityvoice.testing.Wait.forResult;

import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.locality.Distance;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;

/** What the index finds, beside a look at every service. */
@ExtendWith(StoreExtension.class)
class SearchAgainstAllTest {
  private static final int SERVICES = 150;
  private static final int SEARCHES = 60;

  /** So few are read of a square at once that most squares take several times. */
  private static final int FEW = 3;

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final List<String> WORDS =
      List.of("food", "warm", "debt", "garden", "youth", "walk", "night", "room");
  private static final Edit EDIT =
      new Edit(EntryKind.SERVICE, "x", 1, Edit.Action.MADE, "uid", "admin", null, NOW, List.of());

  private final Random random = new Random();
  private final Map<String, Provision> all = new HashMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_search_finds_the_same_each_once_and_in_order(long seed, Store store) {
    random.setSeed(seed);
    var vertx = Vertx.vertx();
    try {
      var mongo = store.connect();
      var compareAndSet = new CompareAndSet(vertx, random);
      var services = new ServiceStore(mongo, compareAndSet);
      var areas = new Areas(new AreaStore(mongo, compareAndSet), new HandClock(NOW));
      var index = new SearchStore(mongo);
      var search = new SearchService(index, services, areas, FEW, SERVICES);
      forResult(mongo.ready());
      for (var i = 0; i < SERVICES; i++) {
        var one = service();
        all.put(one.id(), one);
        forResult(services.entries().add(one));
      }
      for (var i = 0; i < SEARCHES; i++) {
        var wish = wish();
        assertThat(pages(search, wish)).as(wish.toString()).isEqualTo(looked(wish));
      }
      var narrow = new SearchService(index, services, areas, FEW, FEW * 2);
      assertThatThrownBy(() -> forResult(narrow.search(everywhere(), Optional.empty(), 100)))
          .as("more than can be told in order")
          .isInstanceOfSatisfying(
              Problem.class,
              refused ->
                  assertThat(refused.violations())
                      .containsExactly(
                          new Violation(Violation.In.QUERY, "within", "too-many-near", List.of())));
    } finally {
      vertx.close();
    }
  }

  private List<String> pages(SearchService search, Wish wish) {
    var found = new ArrayList<String>();
    var limit = 1 + random.nextInt(40);
    Optional<SearchMark> after = Optional.empty();
    do {
      var page = forResult(search.search(wish, after, limit));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(hit -> found.add(hit.service().id()));
      after = page.next().map(SearchMark::read);
    } while (after.isPresent());
    return found;
  }

  /** By looking at every service, without tokens or indexes. */
  private List<String> looked(Wish wish) {
    var fits = all.values().stream().filter(one -> fits(one, wish));
    if (wish.near().isPresent()) {
      return fits.filter(one -> millimetres(one, wish) <= wish.within() * 1000L)
          .sorted(
              Comparator.comparingLong((Provision one) -> millimetres(one, wish))
                  .thenComparing(Provision::id))
          .map(Provision::id)
          .toList();
    }
    return fits.sorted(
            Comparator.comparing((Provision one) -> !named(one).containsAll(wish.words()))
                .thenComparing(one -> one.found().order()))
        .map(Provision::id)
        .toList();
  }

  private static Set<String> named(Provision one) {
    return Words.of(one.content().name());
  }

  private static boolean fits(Provision one, Wish wish) {
    var content = one.content();
    var said = new TreeSet<>(named(one));
    said.addAll(Words.of(content.description()));
    return one.published()
        && content.status() != Status.DEFUNCT
        && said.containsAll(wish.words())
        && wish.age()
            .map(age -> content.span().from() <= age && age <= content.span().to())
            .orElse(true)
        && wish.day()
            .map(day -> content.openings().stream().anyMatch(o -> o.days().contains(day)))
            .orElse(true)
        && wish.language().map(content.languages()::contains).orElse(true)
        && wish.locality().map(content.localities()::contains).orElse(true);
  }

  private static long millimetres(Provision one, Wish wish) {
    var from = wish.near().orElseThrow();
    return one.found().points().stream()
        .mapToLong(
            to ->
                Math.round(
                    1000
                        * Distance.metres(
                            from.latitude(), from.longitude(), to.latitude(), to.longitude())))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private Wish wish() {
    var words = new TreeSet<String>();
    for (var i = random.nextInt(3); i > 0; i--) {
      words.add(Words.stem(any(WORDS)));
    }
    return new Wish(
        words,
        List.of(),
        Optional.empty(),
        random.nextInt(3) == 0 ? Optional.of(point()) : Optional.empty(),
        200 + random.nextInt(4_000),
        maybe(random.nextInt(121)),
        maybe(any(List.of(Day.values()))),
        maybe(any(List.of("en", "pl", "ur"))),
        maybe(any(List.of("newport", "north-ormesby"))));
  }

  private static Wish everywhere() {
    return new Wish(
        Set.of(),
        List.of(),
        Optional.empty(),
        Optional.of(new Point(54.57, -1.24)),
        30_000,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private <T> Optional<T> maybe(T value) {
    return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Point point() {
    return new Point(54.55 + random.nextDouble() * 0.04, -1.27 + random.nextDouble() * 0.06);
  }

  private Provision service() {
    var id = UUID.nameUUIDFromBytes(new byte[] {(byte) all.size(), 1}).toString();
    var from = random.nextInt(100);
    var ages = random.nextBoolean() ? new AgeSpan(from, from + random.nextInt(20)) : null;
    var content =
        new ServiceContent(
            "o",
            random.nextBoolean() ? List.of("newport") : List.of("newport", "north-ormesby"),
            any(WORDS) + " " + any(WORDS),
            any(WORDS) + ", " + any(WORDS) + ".",
            Map.of(),
            random.nextInt(10) == 0 ? Status.DEFUNCT : Status.ACTIVE,
            null,
            null,
            List.of(),
            ages,
            null,
            null,
            List.of(),
            random.nextBoolean() ? List.of("en") : List.of("pl", "ur"),
            List.of(new Opening(List.of(any(List.of(Day.values()))), "09:00", "10:00", null, null)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    var state = random.nextInt(8) == 0 ? ServiceState.DRAFT : ServiceState.PUBLISHED;
    var places = new ArrayList<Location>();
    for (var i = random.nextInt(3); i > 0; i--) {
      places.add(place());
    }
    var giver = new OrganisationContent("Giver", "Gives.", null, null, "k", List.of("newport"));
    var around =
        new Surroundings(Organisation.made("o", giver, EDIT), places, new Needs(List.of()));
    var assured = random.nextBoolean() ? TODAY.minusDays(random.nextInt(500)) : null;
    var derived =
        new Provision.Derived(Finding.of(id, state, content, assured, around, TODAY), null);
    return Provision.made(id, content, derived, EDIT).in(state, derived, EDIT);
  }

  private Location place() {
    var content =
        new LocationContent(
            "Hall", LocationKind.PHYSICAL, null, null, List.of(), "k", List.of("newport"));
    return Location.made(UUID.randomUUID().toString(), content, point(), EDIT);
  }
}

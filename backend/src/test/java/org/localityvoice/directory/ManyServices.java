package org.localityvoice.directory;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.testing.HandClock;
import org.localityvoice.testing.Wait;

/** Published services of a town, of all kinds and ages, each at a place of its own. */
public final class ManyServices implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final int AT_ONCE = 64;
  private static final int OF_ONE_ORGANISATION = 20;
  private static final List<String> WORDS =
      List.of(
          "food",
          "warm",
          "debt",
          "garden",
          "youth",
          "walk",
          "night",
          "room",
          "choir",
          "repair",
          "advice",
          "english",
          "toddler",
          "lunch",
          "bike",
          "sewing",
          "chess",
          "boxing",
          "prayer",
          "language");

  private final Vertx vertx = Vertx.vertx();
  private final Mongo mongo;
  private final DirectoryStores stores;
  private final SearchService search;
  private int there;

  /** In the store of that address. */
  public ManyServices(String uri) {
    mongo = Mongo.connect(uri);
    var changes = new CompareAndSet(vertx, new Random(1));
    stores = DirectoryStores.on(mongo, changes);
    var areas = new Areas(new AreaStore(mongo, changes), new HandClock(NOW));
    search = new SearchService(new SearchStore(mongo), stores.services(), areas);
    Wait.forResult(mongo.ready());
  }

  /** Brings the number of services up to that many. */
  public void fill(int many) {
    for (; there < many; there += AT_ONCE) {
      var batch =
          IntStream.range(there, Math.min(many, there + AT_ONCE)).mapToObj(this::add).toList();
      Wait.forResult(Future.all(batch));
    }
    there = many;
  }

  private static String id(String kind, int i) {
    return String.format(
        Locale.ROOT, "%08x-0000-4000-8000-%012x", i, Math.abs((long) kind.hashCode()));
  }

  private Future<?> add(int i) {
    var random = new Random(i);
    var owner = i / OF_ONE_ORGANISATION;
    var giver =
        new Organisation(
            id("organisation", owner),
            1,
            1,
            new OrganisationContent(
                "Organisation " + owner, "Gives.", null, null, "thirteen", List.of("newport")),
            NOW,
            List.of(),
            null);
    var point = new Point(54.55 + random.nextDouble() * 0.05, -1.27 + random.nextDouble() * 0.08);
    var address =
        new Address(i + " Sample Street", null, "Middlesbrough", "Tees Valley", "TS1 5ZZ");
    var place =
        new Location(
            id("location", i),
            1,
            1,
            new LocationContent(
                "Place " + i,
                LocationKind.PHYSICAL,
                address,
                point,
                List.of(),
                "thirteen",
                List.of("newport")),
            point,
            NOW,
            List.of(),
            null);
    var service = service(i, random, new Surroundings(giver, List.of(place), new Needs(List.of())));
    return stores
        .organisations()
        .add(giver)
        .compose(added -> stores.locations().add(place))
        .compose(added -> stores.services().entries().add(service));
  }

  private static Provision service(int i, Random random, Surroundings around) {
    var id = id("service", i);
    var from = random.nextInt(70);
    var content =
        new ServiceContent(
            around.organisation().id(),
            List.of(random.nextBoolean() ? "newport" : "north-ormesby"),
            any(WORDS, random) + " and " + any(WORDS, random) + " " + i,
            "For everybody who likes " + any(WORDS, random) + " or " + any(WORDS, random) + ".",
            Map.of("en", "Come to " + any(WORDS, random) + "."),
            Status.ACTIVE,
            "https://example.org/",
            null,
            List.of(),
            new AgeSpan(from, from + 10 + random.nextInt(40)),
            null,
            "Just come.",
            List.of(new Cost(0, null)),
            List.of("en", "pl"),
            List.of(
                new Opening(
                    List.of(any(List.of(Day.values()), random)), "09:00", "12:00", null, null)),
            List.of(new Contact("The desk", null, null, List.of(new Phone("01632 960001", null)))),
            List.of(around.locations().get(0).id()),
            List.of(new Coverage("Middlesbrough", List.of())),
            List.of());
    var state = ServiceState.PUBLISHED;
    return new Provision(
        id,
        2,
        2,
        state,
        content,
        TODAY,
        List.of(),
        Finding.of(id, state, content, TODAY, around, TODAY),
        null,
        NOW,
        List.of(),
        null);
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** A page of what somebody of thirty finds who types a word. */
  public int page() {
    return found(Optional.empty());
  }

  /** The same within five kilometres. */
  public int near() {
    return found(Optional.of(new Point(54.5726, -1.2105)));
  }

  private int found(Optional<Point> near) {
    var wish =
        new Wish(
            Words.of("food"),
            List.of(),
            Optional.empty(),
            near,
            5_000,
            Optional.of(30),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return Wait.forResult(search.search(wish, Optional.empty(), 50)).items().size();
  }

  @Override
  public void close() {
    mongo.close();
    Wait.forResult(vertx.close());
  }
}

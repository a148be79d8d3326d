package org.localityvoice.directory;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.localityvoice.http.Api;
import org.localityvoice.i18n.Messages;
import org.localityvoice.locality.Areas;
import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.outbox.Relay;
import org.localityvoice.schedule.Jobs;

/** A directory of services: kept by staff, found by everybody. */
public final class DirectoryFeature {
  private static final Duration DECAY_PERIOD = Duration.ofHours(1);
  private static final Duration PURGE_PERIOD = Duration.ofHours(6);

  private final Relay relay;
  private final DirectoryStores stores;
  private final Taxonomies taxonomies;
  private final Deriving deriving;
  private final EntryService entries;
  private final DirectoryService services;
  private final HistoryService history;
  private final DirectoryReplies replies;
  private final DirectoryWork work;
  private final SearchOperations search;
  private final OpenDirectory open;
  private final UnmetService unmet;
  private final UpkeepService upkeep;

  /**
   * The feature; {@link #connect} brings it to work.
   *
   * @param zone of the area
   */
  public DirectoryFeature(
      Mongo mongo,
      CompareAndSet compareAndSet,
      Relay relay,
      Areas areas,
      InstantSource clock,
      ZoneId zone,
      Messages messages) {
    this.relay = relay;
    stores = DirectoryStores.on(mongo, compareAndSet);
    taxonomies = new Taxonomies(stores.taxonomies(), clock);
    deriving =
        new Deriving(
            stores.services(), stores.organisations(), stores.locations(), taxonomies, clock, zone);
    var postcodes = new Postcodes(stores.postcodes());
    entries =
        new EntryService(
            stores.organisations(),
            stores.locations(),
            stores.taxonomies(),
            taxonomies,
            postcodes,
            areas,
            clock);
    services = new DirectoryService(stores.services(), deriving, areas, clock);
    history = new HistoryService(stores.history());
    replies =
        new DirectoryReplies(
            stores.organisations(), stores.locations(), taxonomies, deriving, messages.languages());
    open = new OpenDirectory(stores, taxonomies, postcodes, clock);
    work = new DirectoryWork(entries, services, stores.services(), postcodes);
    unmet = new UnmetService(new SearchedStore(mongo), open, taxonomies, areas, deriving, clock);
    search =
        new SearchOperations(
            new SearchService(new SearchStore(mongo), stores.services(), areas),
            postcodes,
            taxonomies,
            deriving,
            replies,
            unmet);
    upkeep = new UpkeepService(stores.services(), stores.organisations(), deriving);
  }

  /** What is done about the directory by others than people with a request. */
  public DirectoryWork work() {
    return work;
  }

  /** The way in for the other packages of the directory. */
  public Directory directory() {
    return new Directory(stores.services(), taxonomies);
  }

  /** Brings in what other directories have. */
  public Bringing bringing() {
    return new Bringing(entries, services, stores.services());
  }

  /** The way in for those who pass on what is published. */
  public OpenDirectory open() {
    return open;
  }

  /** To be called after a change, so that what follows from it need not wait. */
  public void written() {
    open.forget();
    relay.nudge();
  }

  /** Has effects delivered, and time take effect. */
  public void connect(Jobs jobs) {
    relay
        .watch(Organisation.COLLECTION)
        .watch(Location.COLLECTION)
        .watch(Taxonomy.COLLECTION)
        .watch(Provision.COLLECTION)
        .deliver(Edit.EFFECT, effect -> after(Edit.read(effect)));
    jobs.every("directory.decay", DECAY_PERIOD, deriving::decay);
    jobs.every("directory.searched.purge", PURGE_PERIOD, unmet::purge);
  }

  private Future<Void> after(Edit edit) {
    return history
        .note(edit)
        .compose(noted -> deriving.after(edit))
        .onComplete(
            done -> {
              taxonomies.forget();
              open.forget();
            });
  }

  /** Binds the operations. */
  public void addTo(Api api) {
    new EntryOperations(entries, this::written).addTo(api);
    search.addTo(api);
    new EntryListOperations(new EntryListService(stores)).addTo(api);
    new UpkeepOperations(upkeep).addTo(api);
    new UnmetOperations(unmet, replies).addTo(api);
    new DirectoryOperations(services, history, replies, this::written).addTo(api);
  }
}

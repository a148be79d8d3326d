package org.localityvoice.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;
import org.localityvoice.locality.AreaStore;
import org.localityvoice.locality.Boxes;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.notice.About;
import org.localityvoice.notice.News;
import org.localityvoice.notice.Notice;
import org.localityvoice.outbox.Outgoing;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.Wait;

/** Effects as other features write them, put into a document that the relay watches. */
final class Post {
  static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Mongo mongo;
  private final Town town;

  Post(Store store, Town town) {
    this.mongo = store.connect();
    this.town = town;
  }

  /** A document with an outbox, as the relay sees it. */
  public record Carrier(
      @BsonId String id, long version, List<Outgoing> outbox, Instant outboxSince) {}

  /** Something that has happened to a report about litter in Newport. */
  static About about(String report, long sequence, String code) {
    return about(report, sequence, code, "newport", "litter", NOON);
  }

  static About about(
      String report, long sequence, String code, String locality, String category, Instant at) {
    return new About(report, sequence, code, locality, category, "open", at);
  }

  static Notice toPeople(About about, String... uids) {
    return new Notice(about, List.of(uids), List.of(), false, null, null);
  }

  static News news(About about) {
    return new News(about, List.of(), null, null, null);
  }

  static News newsAt(About about, double latitude, double longitude) {
    return new News(about, Boxes.of(latitude, longitude), latitude, longitude, null);
  }

  static Outgoing effect(Object payload) {
    return effect(UUID.randomUUID().toString(), payload);
  }

  static Outgoing effect(String id, Object payload) {
    var kind = payload instanceof Notice ? Notice.KIND : News.KIND;
    return new Outgoing(id, kind, Json.text(payload));
  }

  /** Has effects written in one document, in this order, and carried out. */
  void sends(Object... payloads) {
    var effects = new ArrayList<Outgoing>();
    for (var payload : payloads) {
      effects.add(payload instanceof Outgoing ready ? ready : effect(payload));
    }
    write(effects);
    town.works();
  }

  private void write(List<Outgoing> effects) {
    var carrier = new Carrier(UUID.randomUUID().toString(), 1, effects, NOON);
    var carriers = mongo.collection(AreaStore.COLLECTION, Carrier.class);
    Wait.forResult(Publishers.done(carriers.insertOne(carrier)));
  }
}

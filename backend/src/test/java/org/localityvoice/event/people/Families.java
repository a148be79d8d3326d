package org.localityvoice.event.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.localityvoice.app.Answer;
import org.localityvoice.app.Person;
import org.localityvoice.app.Town;
import org.localityvoice.http.Json;
import org.localityvoice.testing.Store;

/** A town with parents, children and young people, each test with its own. */
final class Families implements AutoCloseable {
  final Town town;

  Families(Store store, Path folder) {
    town = Town.on(store, folder, Map.of("LOG_ACCESS", "true"));
  }

  LocalDate today() {
    return LocalDate.ofInstant(town.clock().instant(), ZoneId.of("Europe/London"));
  }

  /** Somebody new, signed in. */
  static String uid(String name) {
    return name + "-" + UUID.randomUUID();
  }

  /** The date of birth of somebody who is so old today, half a year after the birthday. */
  LocalDate aged(int years) {
    return today().minusYears(years).minusMonths(6);
  }

  /** Somebody new of an age, with a profile of their own. */
  String person(String name, int years) {
    var uid = uid(name);
    assertThat(putsOwn(uid, name, aged(years)).status()).isEqualTo(201);
    return uid;
  }

  String adult(String name) {
    return person(name, 40);
  }

  /** The id of the profile that somebody is. */
  String profile(String uid) {
    return town.as(uid).gets("/v1/me/participant").at("/id");
  }

  Answer putsOwn(String uid, String name, LocalDate born) {
    return puts(uid, "/v1/me/participant", own(name, born));
  }

  static Map<String, Object> own(String name, LocalDate born) {
    return Town.body(
        "givenName",
        name,
        "familyName",
        "Kowalczyk",
        "born",
        born.toString(),
        "homeLocality",
        "newport");
  }

  static Map<String, Object> child(String id, String name, LocalDate born) {
    var body = new HashMap<>(own(name, born));
    body.put("id", id);
    body.put("relationship", "parent");
    body.put("declaration", true);
    return body;
  }

  /** The id of a new child of a guardian. */
  String child(String guardian, String name, int years) {
    var id = UUID.randomUUID().toString();
    var added = town.as(guardian).posts("/v1/participants", child(id, name, aged(years)));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return id;
  }

  Answer puts(String uid, String path, Object body) {
    return sends(town.as(uid), "PUT", path, body);
  }

  Answer deletes(String uid, String path) {
    return town.as(uid).sends("DELETE", path, java.net.http.HttpRequest.BodyPublishers.noBody());
  }

  private static Answer sends(Person person, String method, String path, Object body) {
    var bytes = java.net.http.HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body));
    return person.sends(method, path, bytes, "Content-Type", "application/json");
  }

  @Override
  public void close() {
    town.close();
  }
}

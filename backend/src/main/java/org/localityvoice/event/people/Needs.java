package org.localityvoice.event.people;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.Collected;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.http.Json;
import org.localityvoice.locality.PlainText;
import org.localityvoice.problem.Violation;

/**
 * What a session asks to be told of a participant, each part absent where it was not told. The
 * bounds stand in the contract (schema {@code Needs}).
 *
 * @param emergencyContacts at most two
 * @param collectors who may collect the child
 * @param photo whether pictures may be taken
 */
public record Needs(
    @Nullable String dietary,
    @Nullable String medical,
    @Nullable String send,
    @Nullable String access,
    @Nullable List<Contact> emergencyContacts,
    @Nullable List<Collector> collectors,
    @Nullable Boolean photo) {

  /** Whom to call. */
  public record Contact(String name, String phone) {}

  /** Who may collect a child. */
  public record Collector(String name, @Nullable String phone) {}

  /** Each part that is there, by its kind. */
  Map<Collected, Object> parts() {
    var parts = new EnumMap<Collected, Object>(Collected.class);
    put(parts, Collected.DIETARY, dietary);
    put(parts, Collected.MEDICAL, medical);
    put(parts, Collected.SEND, send);
    put(parts, Collected.ACCESS, access);
    put(parts, Collected.EMERGENCY_CONTACTS, emergencyContacts);
    put(parts, Collected.COLLECTORS, collectors);
    put(parts, Collected.PHOTO, photo);
    return parts;
  }

  private static void put(Map<Collected, Object> parts, Collected kind, @Nullable Object value) {
    if (value != null) {
      parts.put(kind, value);
    }
  }

  /**
   * What must be told of somebody. Diet, health and access need not: whoever has nothing to say
   * about them says nothing. Who collects a child matters where it is checked out.
   *
   * @param adult whether they are of age on the day of the session
   */
  public static Set<Collected> toBeTold(Set<Collected> collects, GuardianRule rule, boolean adult) {
    var wanted = EnumSet.of(Collected.EMERGENCY_CONTACTS, Collected.PHOTO);
    if (rule.checkOut() && !adult) {
      wanted.add(Collected.COLLECTORS);
    }
    wanted.retainAll(collects);
    return wanted;
  }

  /** The kinds that are there. */
  public Set<Collected> kinds() {
    return parts().keySet();
  }

  /**
   * What was sent although the session does not ask for it.
   *
   * @param declared what it asks for
   * @param at where the needs stand in the request, as a JSON pointer
   */
  public List<Violation> undeclared(Set<Collected> declared, String at) {
    var faults = new ArrayList<Violation>();
    for (var kind : kinds()) {
      if (!declared.contains(kind)) {
        faults.add(Violation.at(at + "/" + field(kind), "not-collected"));
      }
    }
    return faults;
  }

  /**
   * The same fit to be kept and shown: without what cannot be seen.
   *
   * @param faults gets the places at which nothing is left
   */
  Needs plain(String at, List<Violation> faults) {
    return new Needs(
        plain(dietary, at + "/dietary", faults),
        plain(medical, at + "/medical", faults),
        plain(send, at + "/send", faults),
        plain(access, at + "/access", faults),
        emergencyContacts == null ? null : contacts(at + "/emergencyContacts", faults),
        collectors == null ? null : collectors(at + "/collectors", faults),
        photo);
  }

  private List<Contact> contacts(String at, List<Violation> faults) {
    var plain = new ArrayList<Contact>();
    for (var one : emergencyContacts == null ? List.<Contact>of() : emergencyContacts) {
      var name = one(one.name(), at + "/" + plain.size() + "/name", faults);
      plain.add(new Contact(name, one.phone()));
    }
    return plain;
  }

  private List<Collector> collectors(String at, List<Violation> faults) {
    var plain = new ArrayList<Collector>();
    for (var one : collectors == null ? List.<Collector>of() : collectors) {
      var name = one(one.name(), at + "/" + plain.size() + "/name", faults);
      plain.add(new Collector(name, one.phone()));
    }
    return plain;
  }

  private static @Nullable String plain(@Nullable String text, String at, List<Violation> faults) {
    return text == null ? null : one(text, at, faults);
  }

  private static String one(String text, String at, List<Violation> faults) {
    var plain = PlainText.of(text);
    if (plain.isEmpty()) {
      faults.add(Violation.at(at, "blank"));
    }
    return plain;
  }

  /** The name of a kind as a property: {@code emergencyContacts}. */
  public static String field(Collected kind) {
    return switch (kind) {
      case DIETARY -> "dietary";
      case MEDICAL -> "medical";
      case SEND -> "send";
      case ACCESS -> "access";
      case EMERGENCY_CONTACTS -> "emergencyContacts";
      case COLLECTORS -> "collectors";
      case PHOTO -> "photo";
    };
  }

  /** From the JSON of each part. */
  static Needs of(Map<Collected, String> parts) {
    var fields = new ArrayList<String>();
    parts.forEach((kind, json) -> fields.add('"' + field(kind) + "\":" + json));
    return Json.value("{" + String.join(",", fields) + "}", Needs.class);
  }

  /** Without what was told. */
  @Override
  public String toString() {
    return "needs " + kinds();
  }
}

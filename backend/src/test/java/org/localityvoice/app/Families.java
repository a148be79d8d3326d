package org.localityvoice.app;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.localityvoice.app.Family.Step;
import org.localityvoice.app.Family.Told;

/** Many families who want to come to events at once, and what each of them was told. */
final class Families {
  private static final int CLIENTS = 8;
  private static final int AT_ONCE = 30;

  private final Phones phones;
  private final FamilySteps steps;
  private final AtomicInteger numbers = new AtomicInteger();
  private final ConcurrentLinkedQueue<Family> all = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Family> goingOn = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Family> cutOff = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Family> latest = new ConcurrentLinkedQueue<>();

  Families(Phones phones, Clubs clubs) {
    this.phones = phones;
    steps = new FamilySteps(phones, clubs);
  }

  /** Everybody, whatever they were told. */
  List<Family> all() {
    return List.copyOf(all);
  }

  /** Families come, and come again, until the server is dead. */
  List<Future<?>> arrive(String address) {
    latest.clear();
    return Phones.onEach(
        CLIENTS,
        client -> {
          var open = true;
          while (open) {
            open = goesOn(client, address, somebody()) && phones.surprises().isEmpty();
          }
        });
  }

  /** Everybody takes their time, so that many are there at once, and some over several kills. */
  private Family somebody() {
    var known = goingOn.size() > AT_ONCE ? goingOn.poll() : null;
    if (known != null) {
      return known;
    }
    var fresh = new Family(numbers.incrementAndGet());
    all.add(fresh);
    return fresh;
  }

  /** Finishes what a kill cut off, and repeats the latest that was acknowledged. */
  void returnTo(String address, int mostRepeated) {
    var repeated = latest.stream().distinct().limit(mostRepeated).toList();
    var left = new ConcurrentLinkedQueue<>(cutOff);
    cutOff.clear();
    Phones.awaitAll(
        Phones.onEach(
            CLIENTS,
            client -> {
              for (var one = left.poll(); one != null; one = left.poll()) {
                if (!goesOn(client, address, one)) {
                  phones.surprised("no answer for " + one + " on return");
                }
              }
            }));
    var again = new ConcurrentLinkedQueue<>(repeated);
    Phones.awaitAll(
        Phones.onEach(
            CLIENTS,
            client -> {
              for (var one = again.poll(); one != null; one = again.poll()) {
                if (!steps.repeats(client, address, one)) {
                  phones.surprised("no answer for " + one + " on asking again");
                }
              }
            }));
  }

  /** Everybody who is on their way arrives. */
  void finish(String address) {
    for (var one = goingOn.poll(); one != null; one = goingOn.poll()) {
      goesOn(Phones.client(), address, one);
    }
  }

  /** Whether no effect waits any more. */
  boolean isAtRest(String management) {
    return phones
        .asks(Phones.client(), "GET", management + "/health/ready", "", "", Set.of(200))
        .filter(heard -> heard.body().toString().contains("waiting 0"))
        .isPresent();
  }

  /** How much has happened, in words. */
  String summary() {
    var told = all.stream().collect(Collectors.groupingBy(Family::told, Collectors.counting()));
    return "%d families (%s, %d offers, %d checked in)"
        .formatted(
            all.size(),
            new TreeMap<>(told),
            all.stream().filter(Family::wasOffered).count(),
            all.stream().filter(Family::wasCheckedIn).count());
  }

  /** The next step; false when the server did not say what came of it. */
  private boolean goesOn(HttpClient client, String address, Family family) {
    family.begins();
    if (!steps.takes(client, address, family)) {
      cutOff.add(family);
      return false;
    }
    // Whoever was refused and asks once more may find that somebody has left meanwhile.
    if (family.step() == Step.REGISTER && family.told() != Told.REFUSED) {
      latest.add(family);
    }
    family.hasDone();
    if (!family.isDone()) {
      goingOn.add(family);
    }
    return true;
  }
}

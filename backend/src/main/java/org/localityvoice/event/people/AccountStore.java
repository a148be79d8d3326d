package org.localityvoice.event.people;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;
import org.localityvoice.mongo.Publishers;

/** What accounts may still do. Each claim is one conditional update, so of two one wins. */
final class AccountStore {
  static final String COLLECTION = "participant_accounts";
  private static final String PROFILE = "profile";
  private static final String REFUSED = "refusedUntil";
  private static final String CHILDREN = "children";
  private static final String BORN_UNTIL = "bornUntil";

  private final MongoCollection<Account> accounts;

  AccountStore(Mongo mongo) {
    accounts =
        mongo.collection(
            COLLECTION, Account.class, Index.sparse(REFUSED), Index.sparse(BORN_UNTIL));
  }

  Future<Optional<Account>> find(String uid) {
    return Publishers.first(accounts.find(eq("_id", uid)));
  }

  /** Makes sure that there is a document. */
  Future<Void> ensure(String uid) {
    return Publishers.unlessTaken(accounts.insertOne(Account.fresh(uid))).mapEmpty();
  }

  /** Claims a profile, unless the account has one or is too young; true when it is claimed. */
  Future<Boolean> claim(String uid, String profile, Instant now) {
    var free = or(eq(PROFILE, profile), exists(PROFILE, false));
    var old = or(exists(REFUSED, false), lte(REFUSED, now));
    return updated(and(eq("_id", uid), free, old), set(PROFILE, profile));
  }

  /** Makes it a profile that a guardian gives over, unless it is another one already. */
  Future<Boolean> adopt(String uid, String profile) {
    var free = or(eq(PROFILE, profile), exists(PROFILE, false));
    return updated(and(eq("_id", uid), free), set(PROFILE, profile));
  }

  /** Notes that it is too young, unless it has a profile; the first note stays. */
  Future<Boolean> refuse(String uid, Instant until, Instant now) {
    var old = or(exists(REFUSED, false), lte(REFUSED, now));
    return updated(and(eq("_id", uid), exists(PROFILE, false), old), set(REFUSED, until));
  }

  /** It is that participant no longer. */
  Future<Boolean> release(String uid, String profile) {
    return updated(and(eq("_id", uid), eq(PROFILE, profile)), unset(PROFILE));
  }

  /** Remembers the date of birth of a profile that is about to be removed. */
  Future<Boolean> remember(String uid, LocalDate born, Instant until) {
    return updated(eq("_id", uid), combine(set("born", born), set(BORN_UNTIL, until)));
  }

  /** Counts a child, unless there are that many others; true when it is counted. */
  Future<Boolean> addChild(String uid, String child, int most) {
    var room = or(eq(CHILDREN, child), exists(CHILDREN + "." + (most - 1), false));
    return updated(and(eq("_id", uid), room), addToSet(CHILDREN, child));
  }

  Future<Boolean> removeChild(String uid, String child) {
    return updated(eq("_id", uid), pull(CHILDREN, child));
  }

  /** Forgets accounts that hold nothing but a note of that name that has run out. */
  private Future<Integer> forget(String note, String other, Instant now) {
    var nothing = and(exists(PROFILE, false), size(CHILDREN, 0));
    var old = or(exists(other, false), lte(other, now));
    return Publishers.one(accounts.deleteMany(and(lte(note, now), nothing, old)))
        .map(done -> (int) done.getDeletedCount());
  }

  /** Forgets notes that have run out, with accounts that hold nothing else; how many of these. */
  Future<Integer> tidy(Instant now) {
    return forget(REFUSED, BORN_UNTIL, now)
        .compose(some -> forget(BORN_UNTIL, REFUSED, now).map(more -> some + more))
        .compose(
            all ->
                Publishers.done(
                        accounts.updateMany(
                            lte(BORN_UNTIL, now), combine(unset("born"), unset(BORN_UNTIL))))
                    .map(all));
  }

  private Future<Boolean> updated(Bson which, Bson change) {
    return Publishers.one(accounts.updateOne(which, change))
        .map(done -> done.getMatchedCount() == 1);
  }
}

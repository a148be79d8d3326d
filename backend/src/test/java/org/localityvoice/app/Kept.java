package org.localityvoice.app;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.localityvoice.mongo.Publishers;
import org.localityvoice.mongo.embedded.EmbeddedOptions;
import org.localityvoice.mongo.embedded.EmbeddedStore;
import org.localityvoice.mongo.embedded.StoreUnavailableException;
import org.localityvoice.testing.Wait;

/** What a data folder holds, looked at without the program. */
final class Kept {
  private static final String DATABASE = "locality-voice";

  private Kept() {}

  /** Opens the folder's store for as long as the look takes. */
  static <T> T in(Path folder, Function<MongoDatabase, T> look) throws StoreUnavailableException {
    try (var store = EmbeddedStore.open(folder, EmbeddedOptions.defaults());
        var client = MongoClients.create(store.connectionString())) {
      return look.apply(client.getDatabase(DATABASE));
    }
  }

  /** Everything that was acknowledged and is not there, or is there and was never asked for. */
  static List<String> faults(MongoDatabase database, Crowd crowd) {
    var faults = new ArrayList<String>();
    var wave =
        Wait.forResult(
            Publishers.one(database.getCollection("waves").find(eq("_id", Crowd.WAVE)).first()));
    faults.addAll(participations(database, wave.getString("secret"), crowd));
    faults.addAll(lostAnswers(database, crowd));
    faults.addAll(lostReports(database, crowd));
    faults.addAll(Indexes.faults(database));
    return faults;
  }

  private static List<String> participations(MongoDatabase database, String secret, Crowd crowd) {
    var faults = new ArrayList<String>();
    var retries =
        all(database, "participations").stream()
            .collect(Collectors.toMap(one -> one.getString("_id"), one -> one.getString("retry")));
    for (var uid : crowd.ballots().keySet()) {
      var mark = Crowd.WAVE + ":" + mac(secret, "participant", uid);
      var retry = mac(secret, "retry", uid + '\0' + Crowd.key(uid));
      if (!retry.equals(retries.get(mark))) {
        faults.add("the participation of " + uid);
      }
    }
    if (retries.size() > crowd.asked().size()) {
      faults.add(retries.size() + " participations of " + crowd.asked().size() + " residents");
    }
    return faults;
  }

  /** Whose acknowledged answer is not there as it was given. */
  static List<String> lostAnswers(MongoDatabase database, Crowd crowd) {
    var faults = new ArrayList<String>();
    var answers =
        Wait.forResult(
                Publishers.list(
                    database
                        .getCollection("responses")
                        .find(eq("wave", Crowd.WAVE))
                        .projection(include("answers"))))
            .stream()
            .collect(
                Collectors.toMap(
                    one -> one.getString("_id"),
                    one -> one.get("answers", Document.class).getString("SAFE_DAY")));
    var arrivals =
        Wait.forResult(
                Publishers.list(database.getCollection("arrivals").find(eq("wave", Crowd.WAVE))))
            .stream()
            .collect(Collectors.toMap(one -> one.getString("_id"), one -> one));
    var key = answerKey(database);
    for (var uid : crowd.answered()) {
      var ballot = crowd.ballots().get(uid);
      // Counted answers lie open, those that wait for nine others lie sealed.
      var arrival = arrivals.getOrDefault(digest("arrival\0" + ballot), new Document());
      var option =
          Optional.ofNullable(arrival.getString("sealed"))
              .map(hidden -> unsealed(key, arrival.getString("_id"), hidden))
              .orElse(String.valueOf(answers.get(digest(ballot))));
      if (!option.contains(Crowd.option(uid))) {
        faults.add("the answer of " + uid);
      }
    }
    if (Math.max(answers.size(), arrivals.size()) > crowd.ballots().size()) {
      faults.add(arrivals.size() + " answers with " + crowd.ballots().size() + " ballots");
    }
    return faults;
  }

  private static String answerKey(MongoDatabase database) {
    var wave =
        Wait.forResult(
            Publishers.one(database.getCollection("waves").find(eq("_id", Crowd.WAVE)).first()));
    return String.valueOf(wave.getString("answerKey"));
  }

  /** AES-GCM as {@code AnswerSeal} writes it: twelve bytes of nonce, then text and tag. */
  private static String unsealed(String key, String id, String sealed) {
    try {
      var whole = Base64.getDecoder().decode(sealed);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var secret = new SecretKeySpec(Base64.getUrlDecoder().decode(key), "AES");
      cipher.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(128, whole, 0, 12));
      cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
      return new String(cipher.doFinal(whole, 12, whole.length - 12), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> lostReports(MongoDatabase database, Crowd crowd) {
    var reports =
        all(database, "reports").stream()
            .map(one -> one.getString("_id"))
            .collect(Collectors.toUnmodifiableSet());
    var faults =
        new ArrayList<>(
            crowd.reported().stream()
                .filter(id -> !reports.contains(id))
                .map(id -> "the report " + id)
                .toList());
    if (reports.size() > crowd.asked().size()) {
      faults.add(reports.size() + " reports of " + crowd.asked().size() + " residents");
    }
    return faults;
  }

  /** How many answers are stored for the wave, and how many its cells count. */
  static List<Integer> counts(MongoDatabase database) {
    var stored =
        all(database, "responses").stream()
            .filter(one -> one.getString("wave").equals(Crowd.WAVE))
            .count();
    var counted =
        all(database, "cells").stream()
            .filter(one -> one.getString("wave").equals(Crowd.WAVE))
            .mapToInt(one -> one.getInteger("n"))
            .sum();
    return List.of((int) stored, counted);
  }

  static List<Document> all(MongoDatabase database, String collection) {
    return Wait.forResult(Publishers.list(database.getCollection(collection).find()));
  }

  private static String digest(String ballot) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(ballot.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mac(String secret, String purpose, String value) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
      var bytes = (purpose + '\0' + value).getBytes(StandardCharsets.UTF_8);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.localityvoice.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do with a photo.
 *
 * @param uploaders who has sent its bytes and has not used it yet; {@link #ANYBODY} for somebody
 *     who was not signed in. Forgotten with the claim, so that a report sent without a name is not
 *     tied to a person by its photo.
 * @param claims what the photo belongs to
 * @param unclaimedSince when it was last sent without having been claimed; what the purge looks at
 */
public record Holding(
    List<String> uploaders, List<Claim> claims, @Nullable Instant unclaimedSince) {
  static final String ANYBODY = "";
  // Two people with the very same bytes are rare enough.
  static final int MOST = 20;

  public Holding {
    uploaders = uploaders == null ? List.of() : List.copyOf(uploaders);
    claims = claims == null ? List.of() : List.copyOf(claims);
  }

  /**
   * A thing that the photo belongs to.
   *
   * @param owner such as {@code report/7b0c…}
   * @param original whether it still needs the picture as it was sent
   */
  public record Claim(String owner, boolean original) {}

  static Holding none(Instant now) {
    return new Holding(List.of(), List.of(), now);
  }

  boolean isClaimedBy(String owner) {
    return claims.stream().anyMatch(claim -> claim.owner().equals(owner));
  }

  boolean isUploadedBy(Optional<String> person) {
    return uploaders.contains(ANYBODY) || person.map(uploaders::contains).orElse(false);
  }

  boolean needsOriginal() {
    return claims.stream().anyMatch(Claim::original);
  }

  /** Sent once more; the newest of too many senders are remembered. */
  Holding uploadedBy(Optional<String> person, Instant now) {
    var all = new ArrayList<>(uploaders);
    all.remove(person.orElse(ANYBODY));
    all.add(person.orElse(ANYBODY));
    return new Holding(
        all.subList(Math.max(0, all.size() - MOST), all.size()),
        claims,
        claims.isEmpty() ? now : unclaimedSince);
  }

  Holding waiting(Instant now) {
    return new Holding(uploaders, claims, now);
  }

  Holding settled() {
    return new Holding(uploaders, claims, null);
  }

  /**
   * Claimed. What was sent is used up by it: published ids are known to everybody, and nobody else
   * may claim a photo by its id and see it without its black parts.
   */
  Holding claimedBy(String owner, Optional<String> person) {
    var used = person.filter(uploaders::contains).orElse(ANYBODY);
    var all = new ArrayList<>(claims);
    all.add(new Claim(owner, true));
    return new Holding(
        uploaders.stream().filter(uploader -> !uploader.equals(used)).toList(), all, null);
  }

  Holding releasedBy(String owner) {
    return new Holding(
        uploaders,
        claims.stream().filter(claim -> !claim.owner().equals(owner)).toList(),
        unclaimedSince);
  }

  /** This owner can do without the picture as it was sent. */
  Holding withoutOriginalFor(String owner) {
    return new Holding(
        uploaders,
        claims.stream()
            .map(claim -> claim.owner().equals(owner) ? new Claim(owner, false) : claim)
            .toList(),
        unclaimedSince);
  }
}

package org.localityvoice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;
import org.localityvoice.testing.Store;
import org.localityvoice.testing.StoreExtension;
import org.localityvoice.testing.Wait;

/** What features do with photos. */
@ExtendWith(StoreExtension.class)
class PhotosTest {
  private static final byte[] FILE = Pictures.jpeg(640, 480);
  private static final String ANAS = "report/anas";
  private static final String BENS = "report/bens";
  private static final Rectangle TOP_LEFT = new Rectangle(0, 0, 0.5, 0.5);
  private static final Rectangle BOTTOM_RIGHT = new Rectangle(0.5, 0.5, 0.5, 0.5);

  private Shelf shelf;

  @BeforeEach
  void open(Store store) {
    shelf = new Shelf(store);
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private static ProblemType refusal(Future<?> asked) {
    var problem = catchThrowableOfType(Problem.class, () -> Wait.forResult(asked));
    assertThat(problem).isNotNull();
    return problem.type();
  }

  private Optional<Color> at(Photo photo, Rendition rendition, double x, double y) {
    return shelf
        .shows(photo, rendition)
        .map(Pictures::read)
        .map(
            image ->
                new Color(
                    image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()))));
  }

  private boolean isBlack(Photo photo, Rendition rendition, double x, double y) {
    var colour = at(photo, rendition, x, y).orElseThrow();
    return colour.getRed() + colour.getGreen() + colour.getBlue() < 12;
  }

  @Test
  void a_claimed_photo_stays_and_who_sent_it_is_forgotten() {
    var photo = shelf.puts(FILE, "ana");
    assertThat(photo.holding().uploaders()).containsExactly("ana");
    var claimed = shelf.claims(photo, ANAS, "ana");
    assertThat(claimed.holding().uploaders()).isEmpty();
    shelf.clock.advance(Duration.ofDays(400));
    Wait.forResult(shelf.unclaimed.purge());
    assertThat(shelf.shows(photo, Rendition.FULL)).isPresent();
    // The same claim once more.
    assertThat(shelf.claims(photo, ANAS, "ana").version()).isEqualTo(claimed.version());
  }

  @Test
  void nobody_claims_what_somebody_else_sent() {
    var photo = shelf.puts(FILE, "ana");
    assertThat(refusal(shelf.photos.claim(photo.id(), BENS, Optional.of("ben"))))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refusal(shelf.photos.claim(photo.id(), BENS, Optional.empty())))
        .isEqualTo(ProblemType.NOT_FOUND);
    assertThat(refusal(shelf.photos.claim("0".repeat(64), BENS, Optional.of("ben"))))
        .isEqualTo(ProblemType.NOT_FOUND);
    shelf.claims(photo, ANAS, "ana");
    assertThat(refusal(shelf.photos.claim(photo.id(), BENS, Optional.of("ana"))))
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  @Test
  void two_people_with_the_same_bytes_each_have_their_photo() {
    var photo = shelf.puts(FILE, "ana");
    shelf.puts(FILE, "ben");
    shelf.claims(photo, ANAS, "ana");
    shelf.claims(photo, BENS, "ben");
    Wait.forResult(shelf.photos.release(photo.id(), ANAS));
    assertThat(shelf.shows(photo, Rendition.THUMBNAIL)).isPresent();
    Wait.forResult(shelf.photos.release(photo.id(), BENS));
    assertThat(shelf.shows(photo, Rendition.THUMBNAIL)).isEmpty();
    assertThat(refusal(shelf.photos.find(photo.id()))).isEqualTo(ProblemType.NOT_FOUND);
    assertThat(shelf.kept()).isZero();
    // Once more changes nothing.
    Wait.forResult(shelf.photos.release(photo.id(), BENS));
  }

  @Test
  void a_photo_sent_without_a_sign_in_can_be_claimed_without_one() {
    var photo = shelf.putsSignedOut(FILE);
    assertThat(Wait.forResult(shelf.photos.claim(photo.id(), ANAS, Optional.empty())).hasOriginal())
        .isTrue();
  }

  @Test
  void the_list_of_owners_does_not_grow_without_end() {
    var photo = shelf.putsSignedOut(FILE);
    for (var i = 0; i < Holding.MOST; i++) {
      shelf.claims(photo, "report/" + i, "ana");
      // The claim has used up what was sent.
      shelf.putsSignedOut(FILE);
    }
    assertThat(refusal(shelf.photos.claim(photo.id(), "report/more", Optional.empty())))
        .isEqualTo(ProblemType.CONFLICT);
    for (var i = 0; i < 2 * Holding.MOST; i++) {
      shelf.puts(FILE, "person-" + i);
    }
    assertThat(Wait.forResult(shelf.photos.find(photo.id())).holding().uploaders())
        .hasSize(Holding.MOST)
        .endsWith("person-" + (2 * Holding.MOST - 1));
  }

  @Test
  void what_is_blacked_out_is_so_only_in_what_may_be_shown() {
    var photo = shelf.puts(FILE, "ana");
    assertThat(shelf.shows(photo, Rendition.PUBLIC_FULL)).isEmpty();
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(TOP_LEFT)));
    for (var shown : List.of(Rendition.PUBLIC_FULL, Rendition.PUBLIC_THUMBNAIL)) {
      assertThat(isBlack(photo, shown, 0.2, 0.2)).isTrue();
      assertThat(isBlack(photo, shown, 0.8, 0.8)).isFalse();
    }
    assertThat(isBlack(photo, Rendition.FULL, 0.2, 0.2)).isFalse();
    // Before it is published it may be done differently.
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(BOTTOM_RIGHT)));
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.2, 0.2)).isFalse();
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.8, 0.8)).isTrue();
    assertThat(shelf.kept()).isEqualTo(4);
  }

  @Test
  void once_published_what_is_black_stays_black() {
    var photo = shelf.puts(FILE, "ana");
    assertThat(refusal(shelf.photos.publish(photo.id()))).isEqualTo(ProblemType.CONFLICT);
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(TOP_LEFT)));
    assertThat(Wait.forResult(shelf.photos.publish(photo.id())).redaction().published()).isTrue();
    var redacted = Wait.forResult(shelf.photos.redact(photo.id(), List.of(BOTTOM_RIGHT)));
    assertThat(redacted.redaction().parts()).containsExactly(TOP_LEFT, BOTTOM_RIGHT);
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.2, 0.2)).isTrue();
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.8, 0.8)).isTrue();
  }

  @Test
  void publishing_while_somebody_redacts_uncovers_nothing() {
    var photo = shelf.puts(FILE, "ana");
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(TOP_LEFT)));
    shelf.files.after = () -> shelf.photos.publish(photo.id()).mapEmpty();
    assertThat(refusal(shelf.photos.redact(photo.id(), List.of())))
        .isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.2, 0.2)).isTrue();
    assertThat(shelf.kept()).isEqualTo(4);
  }

  @Test
  void of_two_who_redact_at_once_the_later_one_counts() {
    var photo = shelf.puts(FILE, "ana");
    shelf.files.before = () -> shelf.photos.redact(photo.id(), List.of(BOTTOM_RIGHT)).mapEmpty();
    assertThat(refusal(shelf.photos.redact(photo.id(), List.of(TOP_LEFT))))
        .isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.2, 0.2)).isFalse();
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.8, 0.8)).isTrue();
    assertThat(shelf.kept()).isEqualTo(4);
  }

  @Test
  void only_the_redacted_picture_is_left_when_no_owner_needs_the_other() {
    var photo = shelf.puts(FILE, "ana");
    shelf.puts(FILE, "ben");
    shelf.claims(photo, ANAS, "ana");
    shelf.claims(photo, BENS, "ben");
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(TOP_LEFT)));
    Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), ANAS));
    assertThat(shelf.shows(photo, Rendition.FULL)).isPresent();
    Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), BENS));
    assertThat(shelf.shows(photo, Rendition.FULL)).isEmpty();
    assertThat(shelf.kept()).isEqualTo(2);
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.2, 0.2)).isTrue();
    // More can be covered, and nothing uncovered.
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(BOTTOM_RIGHT)));
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.2, 0.2)).isTrue();
    assertThat(isBlack(photo, Rendition.PUBLIC_FULL, 0.8, 0.8)).isTrue();
    // Once more changes nothing.
    Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), BENS));
    assertThat(shelf.kept()).isEqualTo(2);
  }

  @Test
  void a_picture_that_was_purged_and_is_sent_again_goes_again_unless_it_is_claimed() {
    var photo = shelf.puts(FILE, "ana");
    shelf.claims(photo, ANAS, "ana");
    Wait.forResult(shelf.photos.redact(photo.id(), List.of(TOP_LEFT)));
    Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), ANAS));
    shelf.puts(FILE, "ben");
    assertThat(shelf.shows(photo, Rendition.FULL)).isPresent();
    shelf.clock.advance(UnclaimedPhotos.KEPT.plusMillis(1));
    Wait.forResult(shelf.unclaimed.purge());
    assertThat(shelf.shows(photo, Rendition.FULL)).isEmpty();
    assertThat(shelf.shows(photo, Rendition.PUBLIC_FULL)).isPresent();
    assertThat(shelf.kept()).isEqualTo(2);
  }

  @Test
  void a_photo_that_was_cut_off_half_way_is_not_there_and_the_next_try_succeeds() {
    for (var step : List.of("before", "after")) {
      if (step.equals("before")) {
        shelf.files.before = Shelf.Files::cutOff;
      } else {
        shelf.files.after = Shelf.Files::cutOff;
      }
      var put = shelf.photos.put(Buffer.buffer(FILE), Optional.of("ana"));
      assertThat(catchThrowableOfType(IllegalStateException.class, () -> Wait.forResult(put)))
          .isNotNull();
      var name = Album.name(FILE);
      assertThat(refusal(shelf.photos.find(name))).isEqualTo(ProblemType.NOT_FOUND);
      assertThat(refusal(shelf.photos.claim(name, ANAS, Optional.of("ana"))))
          .isEqualTo(ProblemType.NOT_FOUND);
    }
    assertThat(shelf.kept()).isEqualTo(2);
    var photo = shelf.puts(FILE, "ana");
    assertThat(shelf.shows(photo, Rendition.FULL)).isPresent();
    // What the dead one had written is cleared away.
    assertThat(shelf.kept()).isEqualTo(2);
  }

  @Test
  void a_photo_that_was_cut_off_and_never_sent_again_is_purged() {
    shelf.files.after = Shelf.Files::cutOff;
    var put = shelf.photos.put(Buffer.buffer(FILE), Optional.of("ana"));
    assertThat(catchThrowableOfType(IllegalStateException.class, () -> Wait.forResult(put)))
        .isNotNull();
    assertThat(shelf.kept()).isEqualTo(2);
    shelf.clock.advance(UnclaimedPhotos.KEPT.plusMillis(1));
    Wait.forResult(shelf.unclaimed.purge());
    assertThat(shelf.kept()).isZero();
    assertThat(Wait.forResult(shelf.store.find(Album.name(FILE)))).isEmpty();
  }

  @Test
  void a_photo_taken_away_while_it_is_sent_again_is_whole_or_not_there() {
    var photo = shelf.puts(FILE, "ana");
    shelf.claims(photo, ANAS, "ana");
    Wait.forResult(shelf.photos.redact(photo.id(), List.of()));
    Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), ANAS));
    for (var late : List.of(false, true)) {
      if (late) {
        shelf.files.after = () -> shelf.photos.release(photo.id(), ANAS);
      } else {
        shelf.files.before = () -> shelf.photos.release(photo.id(), ANAS);
      }
      assertThat(refusal(shelf.photos.put(Buffer.buffer(FILE), Optional.of("ana"))))
          .isEqualTo(ProblemType.UNAVAILABLE);
      assertThat(shelf.kept()).isZero();
      var again = shelf.puts(FILE, "ana");
      assertThat(shelf.shows(again, Rendition.FULL)).isPresent();
      shelf.claims(photo, ANAS, "ana");
      Wait.forResult(shelf.photos.redact(photo.id(), List.of()));
      Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), ANAS));
    }
  }

  @Test
  void a_picture_purged_while_it_is_sent_again_does_not_come_to_count_without_its_files() {
    var photo = shelf.puts(FILE, "ana");
    shelf.claims(photo, ANAS, "ana");
    Wait.forResult(shelf.photos.redact(photo.id(), List.of()));
    Wait.forResult(shelf.photos.keepOnlyRedacted(photo.id(), ANAS));
    shelf.files.after =
        () -> {
          shelf.clock.advance(UnclaimedPhotos.KEPT.plusMillis(1));
          return shelf.unclaimed.purge();
        };
    assertThat(refusal(shelf.photos.put(Buffer.buffer(FILE), Optional.of("ana"))))
        .isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(Wait.forResult(shelf.photos.find(photo.id())).hasOriginal()).isFalse();
    assertThat(shelf.kept()).isEqualTo(2);
    shelf.puts(FILE, "ana");
    assertThat(shelf.shows(photo, Rendition.FULL)).isPresent();
  }

  @Test
  void a_photo_sent_again_while_it_is_taken_away_stays_whole() {
    var photo = shelf.puts(FILE, "ana");
    shelf.claims(photo, ANAS, "ana");
    shelf.files.removed =
        () -> shelf.photos.put(Buffer.buffer(FILE), Optional.of("ben")).mapEmpty();
    Wait.forResult(shelf.photos.release(photo.id(), ANAS));
    assertThat(shelf.shows(photo, Rendition.FULL)).isPresent();
    assertThat(shelf.claims(photo, BENS, "ben").hasOriginal()).isTrue();
    assertThat(shelf.kept()).isEqualTo(2);
  }

  @Test
  void a_photo_taken_away_while_it_is_redacted_leaves_nothing() {
    var photo = shelf.puts(FILE, "ana");
    shelf.claims(photo, ANAS, "ana");
    shelf.files.after = () -> shelf.photos.release(photo.id(), ANAS);
    assertThat(refusal(shelf.photos.redact(photo.id(), List.of(TOP_LEFT))))
        .isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(shelf.kept()).isZero();
  }

  @Test
  void a_claim_and_the_purge_cannot_both_win() {
    var photo = shelf.puts(FILE, "ana");
    shelf.clock.advance(UnclaimedPhotos.KEPT.plusMillis(1));
    var purge = shelf.unclaimed.purge();
    var claim = shelf.photos.claim(photo.id(), ANAS, Optional.of("ana"));
    Wait.forResult(purge);
    var claimed = Wait.forResult(claim.map(true).otherwise(false));
    assertThat(shelf.shows(photo, Rendition.FULL).isPresent()).isEqualTo(claimed);
    assertThat(shelf.kept()).isEqualTo(claimed ? 2 : 0);
  }

  @Test
  void bytes_that_are_no_photo_are_refused_on_this_way_too() {
    assertThat(refusal(shelf.photos.put(Buffer.buffer("<svg/>"), Optional.empty())))
        .isEqualTo(ProblemType.INVALID_REQUEST);
    assertThat(shelf.kept()).isZero();
  }
}

package org.localityvoice.event.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.localityvoice.event.attendance.TicketText.Seen;

/** The text in a QR code. */
class TicketTextTest {
  private static final DoorKey KEY = DoorKey.draw(new SecureRandom());
  private static final String CHILD = "8c5ad6f4-0f5e-4a0e-93a8-2b6c1a1d7a10";
  private static final Ticket TICKET = new Ticket("club-monday", KEY.guest(CHILD));
  private static final String TEXT = TicketText.of(TICKET, KEY.signing());

  @Test
  void a_ticket_comes_back_as_it_was_and_is_always_the_same() {
    assertThat(TicketText.read(TEXT, "club-monday", KEY.checking()))
        .isEqualTo(new Seen.Good(TICKET));
    assertThat(TicketText.of(TICKET, KEY.signing())).isEqualTo(TEXT);
  }

  @Test
  void a_phone_without_a_network_checks_it_with_nothing_but_the_public_key() throws Exception {
    // As somebody would write it who has only read the contract.
    var dot = TEXT.lastIndexOf('.');
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(Base64.getUrlDecoder().decode(KEY.publicText())));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update(TEXT.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(TEXT.substring(dot + 1)))).isTrue();
  }

  @Test
  void it_says_nothing_of_who_it_is_and_differs_at_every_door() {
    var other = DoorKey.draw(new SecureRandom());
    assertThat(TEXT).hasSizeLessThanOrEqualTo(TicketText.LONGEST).doesNotContain(CHILD);
    assertThat(other.guest(CHILD)).isNotEqualTo(KEY.guest(CHILD));
    assertThat(DoorKey.of(KEY.text()).guest(CHILD)).isEqualTo(KEY.guest(CHILD));
  }

  @Test
  void the_same_request_in_anothers_hand_makes_another_token() {
    assertThat(KEY.token("theo", "a key")).isNotEqualTo(KEY.token("thea", "a key"));
    assertThat(KEY.token("theo", "a key")).isEqualTo(KEY.token("theo", "a key"));
  }

  @Test
  void at_another_session_it_is_good_for_nothing() {
    var tuesday = DoorKey.draw(new SecureRandom());
    assertThat(TicketText.read(TEXT, "club-tuesday", tuesday.checking()))
        .isEqualTo(new Seen.OtherSession());
    assertThat(
            TicketText.read(TEXT.replace("monday", "tuesday"), "club-tuesday", tuesday.checking()))
        .isEqualTo(new Seen.Forged());
  }

  @Property(tries = 300)
  void whatever_character_is_changed_it_is_a_ticket_no_more(@ForAll int where, @ForAll int what) {
    var letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    var at = Math.floorMod(where, TEXT.length());
    var other = letters.charAt(Math.floorMod(what, letters.length()));
    var changed = TEXT.substring(0, at) + other + TEXT.substring(at + 1);
    var seen = TicketText.read(changed, "club-monday", KEY.checking());
    if (changed.equals(TEXT)) {
      assertThat(seen).isInstanceOf(Seen.Good.class);
    } else {
      assertThat(seen).isNotInstanceOf(Seen.Good.class);
    }
  }

  @Property(tries = 300)
  void any_text_is_looked_at_without_a_failure(@ForAll String text) {
    assertThat(TicketText.read(text, "club-monday", KEY.checking()))
        .isEqualTo(new Seen.Unreadable());
    assertThat(TicketText.read("LV1." + text, "club-monday", KEY.checking()))
        .isNotInstanceOf(Seen.Good.class);
  }
}

package org.localityvoice.event.attendance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ticket as its QR code says it: {@code LV1.SESSION.GUEST.SIGNATURE}. The signature is Ed25519
 * (RFC 8032) over everything before the last dot, in base64url without padding; so a phone without
 * a network can check it with the public key of the session.
 */
public final class TicketText {
  /** The longest text that can be a ticket. */
  public static final int LONGEST = 200;

  private static final String ALGORITHM = "Ed25519";
  private static final Pattern FORM =
      Pattern.compile("(LV1\\.([A-Za-z0-9_-]{1,64})\\.([A-Za-z0-9_-]{22}))\\.([A-Za-z0-9_-]{86})");

  private TicketText() {}

  /** What a text turns out to be. */
  public sealed interface Seen {
    /** A ticket of the session, as it was given out. */
    record Good(Ticket ticket) implements Seen {}

    /** No ticket at all. */
    record Unreadable() implements Seen {}

    /** It may be a ticket, and is not one of this session. */
    record OtherSession() implements Seen {}

    /** It names the session, and did not come from here. */
    record Forged() implements Seen {}
  }

  /** Signs a ticket; the same one always gets the same text. */
  public static String of(Ticket ticket, PrivateKey key) {
    var signed = "LV1." + ticket.session() + "." + ticket.guest();
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that cannot sign", e);
    }
  }

  /** Looks at what was scanned; whatever it is, no failure. */
  public static Seen read(String text, String session, PublicKey key) {
    var parts = FORM.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      return new Seen.Unreadable();
    }
    if (!parts.group(2).equals(session)) {
      return new Seen.OtherSession();
    }
    return signature(parts.group(4))
        .filter(bytes -> verifies(parts.group(1), bytes, key))
        .<Seen>map(bytes -> new Seen.Good(new Ticket(session, parts.group(3))))
        .orElseGet(Seen.Forged::new);
  }

  /** Only as we write it: unused bits at the end are no second spelling of a ticket. */
  private static Optional<byte[]> signature(String text) {
    var bytes = Base64.getUrlDecoder().decode(text);
    return base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
  }

  private static boolean verifies(String signed, byte[] bytes, PublicKey key) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signature.verify(bytes);
    } catch (GeneralSecurityException e) {
      // Bytes that are no signature at all.
      return false;
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

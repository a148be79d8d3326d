package org.localityvoice.event.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.localityvoice.locality.Text;

/**
 * What the area file says of people who take part: from which age somebody has a login of their
 * own, and the texts that they consent to.
 *
 * @param consentAges in any order
 * @param wordings in the order of the file; the last of a purpose is the one to consent to
 */
public record EventRules(@BsonId String id, List<ConsentAge> consentAges, List<Wording> wordings) {
  static final String ONLY = "rules";

  /** The service that this package belongs to. */
  static final String SERVICE = "events";

  public EventRules {
    consentAges = List.copyOf(consentAges);
    wordings = List.copyOf(wordings);
  }

  /**
   * From a day on, the age from which somebody consents to a service themselves (UK GDPR Article 8;
   * the Children's Wellbeing and Schools Act 2026 lets regulations raise it).
   */
  public record ConsentAge(String service, LocalDate from, int age) {}

  /** A version of the text that is consented to. */
  public record Wording(String purpose, String version, Text text) {}

  /** Before an area says anything. */
  static EventRules none() {
    return new EventRules(ONLY, List.of(), List.of());
  }

  /**
   * The age on a day, for this service. Where the area says nothing, nobody under eighteen has a
   * login of their own: the law's number is for the area to give.
   */
  int consentAge(LocalDate day) {
    return consentAges.stream()
        .filter(one -> one.service().equals(SERVICE) && !one.from().isAfter(day))
        .max(Comparator.comparing(ConsentAge::from))
        .map(ConsentAge::age)
        .orElse(Ages.ADULT);
  }

  /** The text that counts now. */
  Optional<Wording> wording(Purpose purpose) {
    return wordings.stream()
        .filter(one -> one.purpose().equals(purpose.slug()))
        .reduce((earlier, later) -> later);
  }
}

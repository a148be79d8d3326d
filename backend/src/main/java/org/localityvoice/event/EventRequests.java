package org.localityvoice.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.localityvoice.event.EventService.Wanted;
import org.localityvoice.locality.PlainText;
import org.localityvoice.locality.Text;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.Violation;

/** The body of a request about an event, which fits the contract, and what is meant by it. */
final class EventRequests {
  private EventRequests() {}

  /** Ages, both ends included. */
  record Ages(int from, int to) {}

  /** What is asked of those under 18. */
  record Guardian(boolean consentNeeded, String tier, boolean checkOut) {
    GuardianRule rule() {
      return new GuardianRule(consentNeeded, LinkTier.of(tier), checkOut);
    }
  }

  /** An event, whole. */
  record Content(
      String locality,
      String organiser,
      Map<String, String> title,
      Map<String, String> description,
      String activity,
      Ages ages,
      boolean supportsSend,
      @Nullable List<String> accessibility,
      @Nullable List<String> collects,
      @Nullable Guardian guardian,
      boolean packageOnly,
      @Nullable Integer catchmentMetres,
      @Nullable List<String> reminders) {

    Wanted wanted() {
      if (ages.from() > ages.to()) {
        throw fault("/ages/to", "ages-order");
      }
      return new Wanted(
          locality,
          organiser,
          new Programme(
              text(title, "/title"),
              text(description, "/description"),
              activity,
              new AgeRange(ages.from(), ages.to()),
              supportsSend,
              each(accessibility).stream().map(AccessFeature::of).collect(Collectors.toSet()),
              each(collects).stream().map(Collected::of).collect(Collectors.toSet()),
              guardian == null
                  ? new GuardianRule(false, LinkTier.DECLARED, false)
                  : guardian.rule(),
              packageOnly,
              catchmentMetres,
              ReminderTimes.read(reminders, "/reminders")));
    }
  }

  private static Text text(Map<String, String> byLanguage, String at) {
    var plain = new HashMap<String, String>();
    byLanguage.forEach(
        (language, text) -> {
          var said = PlainText.of(text);
          if (said.isEmpty()) {
            throw fault(at + Violation.step(language), "required");
          }
          plain.put(language, said);
        });
    return new Text(plain);
  }

  private static List<String> each(@Nullable List<String> words) {
    return words == null ? List.of() : new ArrayList<>(words);
  }

  static Problem fault(String at, String code, Object... arguments) {
    return Problem.invalid(List.of(Violation.at(at, code, arguments)));
  }
}

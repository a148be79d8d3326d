package org.localityvoice.report.open311;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localityvoice.locality.Area;
import org.localityvoice.locality.Category;
import org.localityvoice.locality.Locality;
import org.localityvoice.report.NewReport;
import org.localityvoice.report.Origin;
import org.localityvoice.report.Submission;

/**
 * Makes a report of a form. Everything but the service's own questions is checked here.
 *
 * @param client who sends it
 */
record RequestForm(Fields fields, Client client) {
  static final int LONGEST_DESCRIPTION = 4000;
  private static final int LONGEST_ADDRESS = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_PHONE = 30;
  private static final int LONGEST_NUMBER = 200;
  private static final int LONGEST_LINKS = 2000;
  private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{0,20})?");

  /** The client's own number, by which its retry is known. */
  Optional<String> number() {
    var number =
        fields.attributes().getOrDefault(Definitions.FIXMYSTREET_ID, List.of()).stream()
            .findFirst();
    number
        .filter(text -> Fields.length(text) > LONGEST_NUMBER)
        .ifPresent(
            text ->
                fields.fault(
                    "attribute[" + Definitions.FIXMYSTREET_ID + "]", "maxLength", LONGEST_NUMBER));
    return number;
  }

  Origin origin() {
    return new Origin(
        Optional.of(Submission.Source.OPEN311), Optional.of(client.key().id()), number(), links());
  }

  /** Pictures that another system has; never fetched. */
  private Optional<String> links() {
    var urls = fields.texts("media_url");
    if (!urls.stream().allMatch(RequestForm::isLink)) {
      fields.fault("media_url", "format", "http(s) URL");
    }
    var links = String.join(" ", urls);
    if (Fields.length(links) > LONGEST_LINKS) {
      fields.fault("media_url", "maxLength", LONGEST_LINKS);
    }
    return Optional.of(links).filter(text -> !text.isEmpty());
  }

  private static boolean isLink(String text) {
    try {
      var uri = URI.create(text);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * The report.
   *
   * @param id under which it is stored
   * @param photos ids of those that have been taken
   * @param language of the area file's texts
   */
  NewReport report(String id, Area area, Category category, List<String> photos, String language) {
    var point = point();
    var address = fields.text("address_string", LONGEST_ADDRESS);
    // A description is not obligatory; what is wrong is then what the service says.
    var text = fields.text("description", LONGEST_DESCRIPTION);
    return new NewReport(
        id,
        category.id(),
        point,
        address,
        point.isPresent() ? Optional.empty() : onlyLocality(area),
        text.orElseGet(() -> category.name().in(language)),
        Answers.of(category, fields.attributes()),
        java.util.Map.of(),
        photos,
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.of(client.secret(id)),
        false,
        contact(category));
  }

  private Optional<NewReport.Point> point() {
    var latitude = degrees("lat", 90);
    var longitude = degrees("long", 180);
    if (latitude.isPresent() && longitude.isPresent()) {
      return Optional.of(new NewReport.Point(latitude.get(), longitude.get(), Optional.empty()));
    }
    if (fields.text("lat").isPresent() != fields.text("long").isPresent()) {
      fields.fault(fields.text("lat").isPresent() ? "long" : "lat", "required");
    } else if (fields.text("address_string").isEmpty() && fields.text("lat").isEmpty()) {
      // An address_id would have to be one of ours, and there are none.
      fields.fault("lat", "point-or-address");
    }
    return Optional.empty();
  }

  private Optional<Double> degrees(String name, int most) {
    var text = fields.text(name);
    var degrees =
        text.filter(value -> DEGREES.matcher(value).matches())
            .map(Double::valueOf)
            .filter(value -> Math.abs(value) <= most);
    if (text.isPresent() && degrees.isEmpty()) {
      fields.fault(name, "degrees", most);
    }
    return degrees;
  }

  private static Optional<String> onlyLocality(Area area) {
    return Optional.of(area.localities())
        .filter(all -> all.size() == 1)
        .map(all -> all.get(0))
        .map(Locality::id);
  }

  private Optional<Submission.Contact> contact(Category category) {
    var name =
        Stream.of(fields.text("first_name", LONGEST_NAME), fields.text("last_name", LONGEST_NAME))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    var email = fields.text("email", LONGEST_EMAIL);
    var phone = fields.text("phone", LONGEST_PHONE);
    if (category.anonymity() == org.localityvoice.locality.Anonymity.REQUIRED
        || (name.isEmpty() && email.isEmpty() && phone.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Submission.Contact(
            name.isEmpty() ? null : name, email.orElse(null), phone.orElse(null)));
  }
}

package org.localityvoice;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.event.AgeRange;
import org.localityvoice.event.Collected;
import org.localityvoice.event.GuardianRule;
import org.localityvoice.event.LinkTier;
import org.localityvoice.event.Words;

/** The arrows between packages and the sizes of files; the map is in backend/README.md. */
class HouseRulesTest {
  private static final String HOUSE = "org.localityvoice";
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target", "classes"));

  /** What everybody may use. */
  private static final List<String> SHARED =
      List.of(
          "problem",
          "seal",
          "i18n",
          "identity",
          "http",
          "mongo",
          "outbox",
          "schedule",
          "media",
          "operational",
          "notice",
          "estimate");

  /** Which other features a feature may know, through their public entry types. */
  private static final Map<String, List<String>> FEATURES =
      Map.of(
          "locality", List.of(),
          "report", List.of("locality"),
          "survey", List.of("locality"),
          "perception", List.of("locality", "survey"),
          "pmf", List.of("locality"),
          "notify", List.of("locality"),
          "pledge", List.of("locality"),
          "directory", List.of("locality"),
          // Only event.takeup; a rule of its own says so.
          "event", List.of("locality", "perception.disclosure"),
          // Only walkabout.finding knows reports; a rule of its own says so.
          "walkabout", List.of("locality", "report"));

  static Stream<Map.Entry<String, ArchRule>> rules() {
    var rules = new LinkedHashMap<String, ArchRule>();
    rules.put(
        "problem depends on nothing",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".problem..")
            .should()
            .dependOnClassesThat(inHouse().and(not(resideInAPackage(HOUSE + ".problem..")))));
    rules.put(
        "what is shared knows no feature",
        noClasses()
            .that()
            .resideInAnyPackage(packages(SHARED))
            .should()
            .dependOnClassesThat(inHouse().and(not(resideInAnyPackage(packages(SHARED))))));
    FEATURES.forEach(
        (feature, others) -> {
          var allowed = Stream.of(SHARED, others, List.of(feature)).flatMap(List::stream).toList();
          rules.put(
              feature + " knows only " + others,
              noClasses()
                  .that()
                  .resideInAPackage(HOUSE + "." + feature + "..")
                  .should()
                  .dependOnClassesThat(inHouse().and(not(resideInAnyPackage(packages(allowed))))));
        });
    rules.put(
        "the arithmetic of estimates is pure",
        classes()
            .that()
            .resideInAPackage(HOUSE + ".estimate")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                HOUSE + ".estimate",
                "java.lang..",
                "java.math..",
                "java.util..",
                "org.jspecify.."));
    rules.put(
        "of events, planning knows only what is planned and how many places are taken",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".event.planning")
            .should()
            .dependOnClassesThat(
                resideInAPackage(HOUSE + ".event..")
                    .and(
                        not(
                            resideInAnyPackage(
                                HOUSE + ".event",
                                HOUSE + ".event.planning",
                                HOUSE + ".event.allocation")))));
    rules.put(
        "of events, only take-up knows what may be told of small groups",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".event..")
            .and()
            .resideOutsideOfPackage(HOUSE + ".event.takeup")
            .should()
            .dependOnClassesThat(resideInAPackage(HOUSE + ".perception..")));
    rules.put(
        "what partners tell each other is read by nobody else",
        noClasses()
            .that()
            .resideOutsideOfPackages(HOUSE + ".directory.partner", HOUSE + ".app")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + ".directory.partner"));
    rules.put(
        "people know of events small value types only, and how constants are spelt",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".event.people")
            .should()
            .dependOnClassesThat(
                resideInAPackage(HOUSE + ".event..")
                    .and(not(resideInAPackage(HOUSE + ".event.people")))
                    .and(not(type(AgeRange.class)))
                    .and(not(type(Collected.class)))
                    .and(not(type(GuardianRule.class)))
                    .and(not(type(LinkTier.class)))
                    .and(not(type(Words.class)))));
    rules.put(
        "calendars over HTTP know what is published and how it is written",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".event.feeds")
            .should()
            .dependOnClassesThat(
                resideInAPackage(HOUSE + ".event..")
                    .and(
                        not(
                            resideInAnyPackage(
                                HOUSE + ".event",
                                HOUSE + ".event.feeds",
                                HOUSE + ".event.calendar")))));
    rules.put(
        "the grading of places is pure, and knows nothing of ours",
        classes()
            .that()
            .resideInAPackage(HOUSE + ".walkabout.grading")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                HOUSE + ".walkabout.grading", "java.lang..", "java.util..", "org.jspecify.."));
    rules.put(
        "of walkabouts, only findings know of reports",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".walkabout..")
            .and()
            .resideOutsideOfPackage(HOUSE + ".walkabout.finding")
            .should()
            .dependOnClassesThat(resideInAPackage(HOUSE + ".report..")));
    rules.put(
        "what walkabouts say is made from them, and they know nothing of it",
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".walkabout..")
            .and()
            .resideOutsideOfPackage(HOUSE + ".walkabout.measure")
            .should()
            .dependOnClassesThat(resideInAPackage(HOUSE + ".walkabout.measure")));
    rules.put("no cycles", slices().matching(HOUSE + ".(**)").should().beFreeOfCycles());
    rules.put(
        "a service knows neither driver nor web",
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Service")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "com.mongodb..", "org.bson..", "io.vertx.ext.web..", HOUSE + ".http.."));
    rules.put(
        "only stores see the driver",
        noClasses()
            .that(not(resideInAPackage(HOUSE + ".mongo..")).and(not(simpleNameEndingWith("Store"))))
            .and(
                not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo(
                        simpleNameEndingWith("Store"))))
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("com.mongodb..", "org.bson..")
                    // Annotations on records say how they are stored; they do nothing.
                    .and(not(resideInAPackage("org.bson.codecs.pojo.annotations")))));
    rules.put(
        "only mongo sees reactor",
        noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + ".mongo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("reactor..", "org.reactivestreams.."));
    rules.put(
        "Vert.x Web lives in http and operations",
        noClasses()
            .that(
                not(resideInAPackage(HOUSE + ".http")).and(not(simpleNameEndingWith("Operations"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx.ext.web.."));
    rules.put(
        "only app asks what time it is, and the environment",
        noClasses()
            .that()
            .resideOutsideOfPackage(HOUSE + ".app")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
    return rules.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_rule_holds(Map.Entry<String, ArchRule> rule) {
    rule.getValue().allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void a_broken_arrow_is_noticed() {
    // The control: app does know the features, so this rule must fail.
    ArchRule wrong =
        noClasses()
            .that()
            .resideInAPackage(HOUSE + ".app")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + ".survey..");
    assertThatThrownBy(() -> wrong.check(CLASSES)).isInstanceOf(AssertionError.class);
  }

  @Test
  void every_class_has_its_place_on_the_map() {
    var known = Stream.concat(SHARED.stream(), FEATURES.keySet().stream()).toList();
    classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of(HOUSE + ".app"), Stream.of(packages(known)))
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void files_are_small() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var sizes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .map(HouseRulesTest::lines)
              .sorted()
              .toList();
      assertThat(sizes.get(sizes.size() - 1)).as("longest").isLessThanOrEqualTo(300);
      assertThat(sizes.get(sizes.size() * 9 / 10)).as("nine of ten").isLessThan(170);
      assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(70);
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static com.tngtech.archunit.base.DescribedPredicate<
          com.tngtech.archunit.core.domain.JavaClass>
      inHouse() {
    return resideInAPackage(HOUSE + "..");
  }

  private static String[] packages(List<String> names) {
    return names.stream().map(name -> HOUSE + "." + name + "..").toArray(String[]::new);
  }
}

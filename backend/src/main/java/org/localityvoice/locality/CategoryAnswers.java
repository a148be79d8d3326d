package org.localityvoice.locality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.locality.CategoryQuestion.AskIf;

/** Categories and ready-made replies as the contract shows them. Pure. */
final class CategoryAnswers {
  private CategoryAnswers() {}

  record CategoryList(Optional<String> outside, List<Entry> categories) {}

  record Entry(
      String id,
      String name,
      String description,
      Named group,
      List<String> keywords,
      boolean confidential,
      String anonymity,
      String text,
      String photos,
      int blurMetres,
      String priority,
      Named owner,
      List<Promised> promises,
      List<Stop> stops,
      List<Question> questions) {}

  record Named(String id, String name) {}

  record Promised(
      String priority,
      Optional<Integer> workingDays,
      Optional<Integer> workingMinutes,
      int firstAnswerWorkingDays) {}

  record Stop(String id, String question, String notice, Optional<String> phone) {}

  record Question(
      String id,
      String type,
      String label,
      boolean required,
      boolean restricted,
      List<Choice> options,
      Optional<AskIf> askIf,
      Optional<Double> min,
      Optional<Double> max,
      Optional<Integer> maxLength) {}

  record Choice(String id, String label) {}

  record TemplateList(List<Template> templates) {}

  record Template(
      String id,
      Optional<String> category,
      List<String> moves,
      Map<String, String> text,
      Set<String> slots) {}

  static CategoryList list(Area area, Locality locality, String language) {
    var reporting = area.reporting();
    return new CategoryList(
        Optional.of(reporting.outside().in(language)).filter(text -> !text.isEmpty()),
        reporting.categories().stream()
            .map(category -> entry(area, category, locality, language))
            .toList());
  }

  private static Entry entry(Area area, Category category, Locality locality, String language) {
    var owner = category.routing().partner(locality.id());
    var group = category.group();
    return new Entry(
        category.id(),
        category.name().in(language),
        category.description().in(language),
        new Named(group.id(), group.name().in(language)),
        category.keywords(),
        category.confidential(),
        category.anonymity().slug(),
        category.text().slug(),
        category.photos().slug(),
        category.blurMetres(),
        category.priority().slug(),
        new Named(owner, area.partner(owner).map(Partner::name).orElse(owner)),
        category.promises().stream().map(CategoryAnswers::promised).toList(),
        category.stops().stream().map(stop -> stop(stop, language)).toList(),
        category.questions().stream().map(question -> question(question, language)).toList());
  }

  private static Promised promised(Promise promise) {
    return new Promised(
        promise.priority().slug(),
        Optional.of(promise.workingDays()).filter(days -> days > 0),
        Optional.of(promise.workingMinutes()).filter(minutes -> minutes > 0),
        promise.firstAnswerWorkingDays());
  }

  private static Stop stop(StopNotice stop, String language) {
    return new Stop(
        stop.id(),
        stop.question().in(language),
        stop.notice().in(language),
        Optional.ofNullable(stop.phone()));
  }

  private static Question question(CategoryQuestion question, String language) {
    return new Question(
        question.id(),
        question.type().slug(),
        question.label().in(language),
        question.required(),
        question.restricted(),
        question.options().stream()
            .map(option -> new Choice(option.id(), option.label().in(language)))
            .toList(),
        Optional.ofNullable(question.askIf()),
        Optional.ofNullable(question.min()),
        Optional.ofNullable(question.max()),
        Optional.of(question.longest()).filter(most -> question.type() == QuestionType.TEXT));
  }

  static TemplateList templates(List<ResponseTemplate> templates) {
    return new TemplateList(templates.stream().map(CategoryAnswers::template).toList());
  }

  private static Template template(ResponseTemplate template) {
    return new Template(
        template.id(),
        Optional.ofNullable(template.category()),
        template.moves(),
        template.text().byLanguage(),
        ResponseTemplate.slots(template.text().in(Text.ENGLISH)));
  }
}

package org.localityvoice.survey;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Between what an answer must lie, as the contract shows it; only what the type of question has.
 */
final class AnswerBounds {
  private AnswerBounds() {}

  static Map<String, Object> of(Question question) {
    if (question instanceof Question.Multiple multiple) {
      var bounds = new TreeMap<String, Object>();
      if (multiple.fewest() != null) {
        bounds.put("fewest", multiple.fewest());
      }
      if (multiple.most() != null) {
        bounds.put("most", multiple.most());
      }
      return bounds;
    } else if (question instanceof Question.Quantity quantity) {
      return Map.of(
          "least", plain(quantity.least()),
          "most", plain(quantity.most()),
          "decimals", quantity.decimals());
    } else if (question instanceof Question.Day day) {
      return Map.of("earliest", day.earliest(), "latest", day.latest());
    } else if (question instanceof Question.ShortText text) {
      return Map.of("longest", text.longest());
    }
    return Map.of();
  }

  private static BigDecimal plain(double number) {
    return new BigDecimal(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
  }
}

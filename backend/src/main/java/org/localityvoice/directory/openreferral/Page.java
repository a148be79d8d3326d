package org.localityvoice.directory.openreferral;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, as Open Referral UK 3.0 counts them. Pure. An empty list has one page, which is
 * first and last; a page behind the last one is empty and neither.
 *
 * @param pages how many there are, one at least
 * @param number from 1 on
 */
record Page<T>(int total, int pages, int number, List<T> items) {
  Page {
    items = List.copyOf(items);
  }

  static <T> Page<T> of(List<T> all, int number, int perPage) {
    var pages = Math.max(1, (all.size() + perPage - 1) / perPage);
    if (number > pages) {
      return new Page<>(all.size(), pages, number, List.of());
    }
    var from = (number - 1) * perPage;
    return new Page<>(
        all.size(), pages, number, all.subList(from, Math.min(all.size(), from + perPage)));
  }

  /** As it is written. */
  Omitting written(Function<T, Omitting> view) {
    return Omitting.start()
        .with("total_items", total)
        .with("total_pages", pages)
        .with("page_number", number)
        .with("size", items.size())
        .with("first_page", number == 1)
        .with("last_page", number == pages)
        .with("empty", items.isEmpty())
        .always("contents", items.stream().map(view).toList());
  }
}

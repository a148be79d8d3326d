package org.localityvoice.pmf.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.localityvoice.pmf.Published;

/** How much is answered at once. */
class PageTest {
  private static Published statement(int sequence, int observations) {
    var list = String.join(",", Collections.nCopies(observations, "{\"measureId\":\"PMF-STAY\"}"));
    var event = "{\"data\":{\"observations\":[" + list + "]}}";
    var id = "ward-" + sequence + "/2026-Q4";
    return new Published(id, sequence, "ward-" + sequence, "2026-Q4", "s" + sequence, event);
  }

  private static List<Published> statements(int count, int observations) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> statement(i, observations)).toList();
  }

  @Test
  void many_figures_by_group_come_in_pages_of_whole_statements_and_none_is_left_out() {
    var all = statements(10, 1_000);
    var read = new ArrayList<Row>();
    var since = 0L;
    for (var more = true; more; ) {
      var from = since;
      var left = all.stream().filter(one -> one.sequence() > from).toList();
      var page = Page.of(left, 50);
      assertThat(page.rows()).hasSize(left.size() < 3 ? left.size() * 1_000 : Page.MOST_ROWS);
      read.addAll(page.rows());
      since = page.last();
      more = page.more();
    }
    assertThat(read).hasSize(10_000);
    assertThat(since).isEqualTo(10);
  }

  @Test
  void a_statement_is_never_cut_and_few_figures_end_only_where_was_asked() {
    var page = Page.of(statements(2, 4_000), 50);
    assertThat(page.rows()).hasSize(4_000);
    assertThat(page.more()).isTrue();
    assertThat(Page.of(statements(3, 12), 50).more()).isFalse();
    assertThat(Page.of(statements(50, 12), 50))
        .matches(Page::more)
        .matches(one -> one.last() == 50);
    assertThat(Page.of(List.of(), 50)).isEqualTo(new Page(List.of(), 0, false));
  }
}

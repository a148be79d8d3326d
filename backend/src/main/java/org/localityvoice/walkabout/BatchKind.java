package org.localityvoice.walkabout;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;

/**
 * Takes some kinds of items of batches; given by whoever keeps what they become.
 *
 * <p>Whoever takes items promises: the same item again changes nothing; whether one is taken does
 * not depend on which others came before it; and what is made of all of them is the same in every
 * order. It may be called anew with the same items after it was cut off anywhere.
 */
public interface BatchKind {
  /** The kinds it takes, each with the name of its schema in the contract. */
  Map<String, String> schemas();

  /** Of what it takes, what can be taken back by an item {@code remove}. */
  List<String> removable();

  /**
   * Takes items of these kinds, and removals of them, all noted during one walkabout.
   *
   * @param walkabout there, and the sender walks in its locality; without its grades
   * @return one verdict for each, in their order
   */
  Future<List<Verdict>> take(Walkabout walkabout, List<BatchItem> items, Sender sender);
}

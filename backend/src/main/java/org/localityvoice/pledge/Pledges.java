package org.localityvoice.pledge;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Text;

/**
 * What partners promise and residents can do, as the area file last brought it.
 *
 * @param id always the same
 * @param topics in the order of the file
 * @param contacts likewise
 */
public record Pledges(@BsonId String id, List<Topic> topics, List<Contact> contacts) {
  static final String ONLY = "pledges";

  public Pledges {
    topics = List.copyOf(topics);
    contacts = List.copyOf(contacts);
  }

  static Pledges of(List<Topic> topics, List<Contact> contacts) {
    return new Pledges(ONLY, topics, contacts);
  }

  /**
   * Something that is worked on together.
   *
   * @param theme id of the theme it belongs to
   * @param localities where it holds
   * @param ourPart the promises of partners
   * @param yourPart what residents can do
   */
  public record Topic(
      String id,
      String theme,
      List<String> localities,
      List<PartnersPromise> ourPart,
      List<Text> yourPart) {
    public Topic {
      localities = List.copyOf(localities);
      ourPart = List.copyOf(ourPart);
      yourPart = List.copyOf(yourPart);
    }
  }

  /** What one partner promises. */
  public record PartnersPromise(String partner, Text text) {}

  /**
   * How to reach a partner.
   *
   * @param localities where that holds; empty for everywhere the partner works
   * @param who a team or a role, never a named person
   * @param hours when
   */
  public record Contact(
      String partner,
      List<String> localities,
      Text who,
      @Nullable Text hours,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String web) {
    public Contact {
      localities = List.copyOf(localities);
    }

    /** Whether a partner can be reached like this in a locality. */
    boolean of(String partnerId, String localityId) {
      return partner.equals(partnerId) && (localities.isEmpty() || localities.contains(localityId));
    }
  }
}

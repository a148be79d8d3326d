package org.localityvoice.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.localityvoice.locality.Text;

/**
 * Where events take place.
 *
 * @param name its proper name, the same in every language
 * @param latitude in decimal degrees (WGS 84), like the longitude
 * @param retired whether the area file has it no more; sessions there keep it
 */
public record Venue(
    String id,
    String name,
    String localityId,
    String address,
    double latitude,
    double longitude,
    Set<AccessFeature> accessibility,
    List<Space> spaces,
    boolean retired) {

  public Venue {
    accessibility = Programme.ordered(accessibility, AccessFeature.class);
    spaces = List.copyOf(spaces);
  }

  /**
   * A hall, a room or a pitch of it.
   *
   * @param id unique within the venue
   * @param capacity how many people it holds
   * @param setUpMinutes how long it must be free before a session
   */
  public record Space(String id, Text name, int capacity, int setUpMinutes) {
    /** For which it must be free before a session. */
    public Duration setUp() {
      return Duration.ofMinutes(setUpMinutes);
    }
  }

  /** The space of that id. */
  public Optional<Space> space(String spaceId) {
    return spaces.stream().filter(one -> one.id().equals(spaceId)).findFirst();
  }

  Venue retire() {
    return new Venue(
        id, name, localityId, address, latitude, longitude, accessibility, spaces, true);
  }
}

package org.localityvoice.notify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.localityvoice.locality.Boxes;
import org.localityvoice.locality.Distance;
import org.localityvoice.notice.News;

/** What somebody follows. Pure. */
public sealed interface Interest {
  /** Keys to be found by; news that it covers has one of them. */
  List<String> keys();

  /** Whether it covers this news. */
  boolean covers(News news);

  /** One report. */
  record OfReport(String report) implements Interest {
    @Override
    public List<String> keys() {
      return List.of(reportKey(report));
    }

    @Override
    public boolean covers(News news) {
      return news.about().report().equals(report);
    }
  }

  /** Whatever is no farther from a point than the radius. */
  record OfPlace(double latitude, double longitude, int radiusMetres) implements Interest {
    private static final int MOST_BOXES = 16;

    @Override
    public List<String> keys() {
      return Boxes.covering(Circle.bounds(latitude, longitude, radiusMetres), MOST_BOXES).stream()
          .map(Interest::boxKey)
          .toList();
    }

    @Override
    public boolean covers(News news) {
      var north = news.latitude();
      var east = news.longitude();
      return north != null
          && east != null
          && Distance.metres(latitude, longitude, north, east) <= radiusMetres;
    }
  }

  /** A whole locality. */
  record OfLocality(String locality) implements Interest {
    @Override
    public List<String> keys() {
      return List.of(localityKey(locality));
    }

    @Override
    public boolean covers(News news) {
      return news.about().locality().equals(locality);
    }
  }

  /**
   * A category.
   *
   * @param locality where; absent for anywhere
   */
  record OfCategory(String category, @Nullable String locality) implements Interest {
    @Override
    public List<String> keys() {
      return List.of(locality == null ? categoryKey(category) : categoryKey(category, locality));
    }

    @Override
    public boolean covers(News news) {
      return news.about().category().equals(category)
          && (locality == null || news.about().locality().equals(locality));
    }
  }

  /** The keys that those who may want to hear of some news follow by. */
  static List<String> keysOf(News news) {
    var about = news.about();
    var keys = new ArrayList<String>();
    keys.add(reportKey(about.report()));
    keys.add(localityKey(about.locality()));
    keys.add(categoryKey(about.category()));
    keys.add(categoryKey(about.category(), about.locality()));
    news.boxes().forEach(box -> keys.add(boxKey(box)));
    return List.copyOf(keys);
  }

  static String reportKey(String report) {
    return "report:" + report;
  }

  static String localityKey(String locality) {
    return "locality:" + locality;
  }

  static String categoryKey(String category) {
    return "category:" + category;
  }

  static String categoryKey(String category, String locality) {
    return categoryKey(category) + "@" + locality;
  }

  static String boxKey(String box) {
    return "box:" + box;
  }
}

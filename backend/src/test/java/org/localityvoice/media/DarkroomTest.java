package org.localityvoice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTest {
  private static final int[] TOP_LEFT_FIRST = {0, 1, 2, 3};

  static Stream<Arguments> photos() {
    var quarters = Pictures.quarters(64, 48);
    var photos = new LinkedHashMap<String, byte[]>();
    photos.put("JPEG", Pictures.jpeg(quarters, false));
    photos.put("progressive JPEG", Pictures.jpeg(quarters, true));
    photos.put("JPEG in CMYK", FourInks.jpeg(quarters, FourInks.PLAIN));
    photos.put("JPEG in Adobe's CMYK", FourInks.jpeg(quarters, FourInks.INVERTED));
    photos.put("JPEG in Adobe's YCCK", FourInks.jpeg(quarters, FourInks.YCCK));
    photos.put("PNG", Pictures.png(quarters));
    photos.put("PNG with a palette", Pictures.png(as(quarters, BufferedImage.TYPE_BYTE_INDEXED)));
    photos.put("PNG with 16 bits", PngKinds.sixteenBits(quarters));
    photos.put("interlaced PNG", PngKinds.interlaced(quarters));
    photos.put("WebP", Webp.LOSSY);
    return photos.entrySet().stream()
        .map(photo -> Arguments.argumentSet(photo.getKey(), (Object) photo.getValue()));
  }

  @ParameterizedTest
  @MethodSource("photos")
  void a_photo_comes_out_as_an_upright_jpeg_with_the_same_colours(byte[] photo) {
    var developed = Darkroom.develop(photo);
    assertThat(developed.full()).startsWith(0xff, 0xd8, 0xff, 0xe0).endsWith(0xff, 0xd9);
    assertQuarters(developed.full(), TOP_LEFT_FIRST);
    assertQuarters(developed.thumbnail(), TOP_LEFT_FIRST);
    assertThat(developed.width() > developed.height()).isTrue();
  }

  private static BufferedImage as(BufferedImage image, int type) {
    var other = new BufferedImage(image.getWidth(), image.getHeight(), type);
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        other.setRGB(x, y, image.getRGB(x, y));
      }
    }
    return other;
  }

  static void assertQuarters(byte[] file, int[] order) {
    var image = Pictures.read(file);
    var width = image.getWidth();
    var height = image.getHeight();
    for (var place = 0; place < 4; place++) {
      var x = place % 2 == 0 ? width / 4 : width * 3 / 4;
      var y = place / 2 == 0 ? height / 4 : height * 3 / 4;
      assertColour(image, x, y, Pictures.QUARTERS.get(order[place]), 40);
    }
  }

  private static void assertColour(BufferedImage image, int x, int y, Color wanted, int about) {
    var colour = new Color(image.getRGB(x, y));
    assertThat(colour.getRed()).as("%s,%s red", x, y).isCloseTo(wanted.getRed(), within(about));
    assertThat(colour.getGreen()).as("green").isCloseTo(wanted.getGreen(), within(about));
    assertThat(colour.getBlue()).as("blue").isCloseTo(wanted.getBlue(), within(about));
  }

  // Which quarter of the stored picture is seen top left, top right, bottom left, bottom right
  // (EXIF 2.32 §4.6.4).
  static Stream<Arguments> orientations() {
    return Stream.of(
        Arguments.of(1, new int[] {0, 1, 2, 3}),
        Arguments.of(2, new int[] {1, 0, 3, 2}),
        Arguments.of(3, new int[] {3, 2, 1, 0}),
        Arguments.of(4, new int[] {2, 3, 0, 1}),
        Arguments.of(5, new int[] {0, 2, 1, 3}),
        Arguments.of(6, new int[] {2, 0, 3, 1}),
        Arguments.of(7, new int[] {3, 1, 2, 0}),
        Arguments.of(8, new int[] {1, 3, 0, 2}));
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void a_photo_taken_with_a_turned_phone_is_turned_back(int number, int[] order) {
    var jpeg = Pictures.with(Pictures.jpeg(64, 48), 0xe1, Pictures.exif(number));
    var little = Pictures.tiff(number, ByteOrder.LITTLE_ENDIAN);
    var plain = Pictures.png(Pictures.quarters(64, 48));
    var png = Png.headOf(plain).chunk("eXIf", little).restOf(plain);
    var webp = Webp.with(Webp.LOSSY, "EXIF", little);
    for (var file : List.of(jpeg, png, webp)) {
      var developed = Darkroom.develop(file);
      assertQuarters(developed.full(), order);
      assertThat(developed.height() > developed.width()).isEqualTo(number > 4);
      assertThat(Pictures.read(developed.full()).getWidth()).isEqualTo(developed.width());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 255})
  void an_orientation_that_makes_no_sense_is_passed_over(int orientation) {
    var jpeg = Pictures.with(Pictures.jpeg(64, 48), 0xe1, Pictures.exif(orientation));
    assertQuarters(Darkroom.develop(jpeg).full(), TOP_LEFT_FIRST);
  }

  @Test
  void nothing_of_the_file_stays_but_its_pixels() {
    var secret = "54.5750,-1.2340";
    var jpeg = Pictures.with(Pictures.jpeg(64, 48), 0xe1, Pictures.exif(1));
    jpeg = Pictures.with(jpeg, 0xe1, Pictures.text("http://ns.adobe.com/xap/1.0/\0" + secret));
    jpeg = Pictures.with(jpeg, 0xed, Pictures.text("Photoshop 3.0\0" + secret));
    jpeg = Pictures.with(jpeg, 0xfe, Pictures.text(secret));
    jpeg = Pictures.joined(jpeg, Pictures.text("PK\3\4<script>" + secret + "</script>"));
    var plain = Pictures.png(Pictures.quarters(64, 48));
    var png =
        Pictures.joined(
            Png.headOf(plain)
                .chunk("tEXt", Pictures.text("Location\0" + secret))
                .chunk("eXIf", Pictures.tiff(1, ByteOrder.BIG_ENDIAN))
                .restOf(plain),
            Pictures.text("<script>" + secret));
    var webp = Webp.with(Webp.LOSSY, "XMP ", Pictures.text(secret));
    webp = Webp.with(webp, "EXIF", Pictures.tiff(1, ByteOrder.BIG_ENDIAN));
    for (var file : List.of(jpeg, png, webp)) {
      // The control: it was there.
      assertThat(text(file)).contains(secret);
      var developed = Darkroom.develop(file);
      for (var kept : List.of(developed.full(), developed.thumbnail())) {
        assertThat(text(kept)).doesNotContain(secret, "Exif", "GPS", "xap", "script", "ICC_");
        assertThat(markers(kept)).containsOnly(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
        assertQuarters(kept, TOP_LEFT_FIRST);
      }
    }
  }

  private static String text(byte[] file) {
    return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** The segments up to the coded data. */
  private static List<Integer> markers(byte[] jpeg) {
    var markers = new java.util.ArrayList<Integer>();
    for (var at = 2; !markers.contains(0xda); ) {
      markers.add(jpeg[at + 1] & 0xff);
      at += 2 + (((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff));
    }
    return markers;
  }

  @Test
  void a_transparent_photo_stands_on_white() {
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0);
    var red = new Color(255, 0, 0, 128).getRGB();
    for (var y = 0; y < 48; y++) {
      for (var x = 32; x < 64; x++) {
        image.setRGB(x, y, red);
      }
    }
    var seen = Pictures.read(Darkroom.develop(Pictures.png(image)).full());
    assertColour(seen, 10, 24, Color.WHITE, 3);
    assertColour(seen, 50, 24, new Color(255, 127, 127), 6);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void grey_stays_as_grey_as_it_was(int depth) {
    var grey = PngKinds.grey(64, 48, depth, 0.6);
    assertColour(
        Pictures.read(Darkroom.develop(grey).full()), 30, 20, PngKinds.shade(depth, 0.6), 2);
  }

  @Test
  void a_grey_jpeg_stays_as_grey_as_it_was() {
    var raster = Raster.createBandedRaster(DataBuffer.TYPE_BYTE, 64, 48, 1, null);
    for (var y = 0; y < 48; y++) {
      for (var x = 0; x < 64; x++) {
        raster.setSample(x, y, 0, 150);
      }
    }
    var seen = Pictures.read(Darkroom.develop(Pictures.jpegOf(raster)).full());
    assertColour(seen, 30, 20, new Color(150, 150, 150), 2);
  }

  @Test
  void colours_of_another_profile_become_srgb() {
    var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    var image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
    var middle = new Color(55, 128, 200);
    for (var y = 0; y < 48; y++) {
      for (var x = 0; x < 64; x++) {
        image.setRGB(x, y, middle.getRGB());
      }
    }
    var block = Pictures.joined(Pictures.text("ICC_PROFILE\0\1\1"), linear);
    var jpeg = Pictures.with(Pictures.jpeg(image, false), 0xe2, block);
    var plain = Pictures.png(image);
    var packed = Pictures.joined(Pictures.text("linear\0\0"), Png.deflated(linear));
    var png = Png.headOf(plain).chunk("iCCP", packed).restOf(plain);
    // IEC 61966-2-1: linear 55, 128 and 200 of 255 are these.
    var wanted = new Color(128, 188, 227);
    for (var file : List.of(jpeg, png)) {
      assertColour(Pictures.read(Darkroom.develop(file).full()), 30, 20, wanted, 4);
    }
    // The control: without the profile the numbers stay.
    assertColour(Pictures.read(Darkroom.develop(plain).full()), 30, 20, middle, 3);
  }

  @Test
  void a_profile_that_is_none_or_does_not_fit_is_passed_over() {
    var grey = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    for (var profile : List.of(grey, Pictures.text("no profile at all, only words"))) {
      var block = Pictures.joined(Pictures.text("ICC_PROFILE\0\1\1"), profile);
      var jpeg = Pictures.with(Pictures.jpeg(64, 48), 0xe2, block);
      assertQuarters(Darkroom.develop(jpeg).full(), TOP_LEFT_FIRST);
    }
  }

  @Test
  void a_large_photo_is_made_smaller_and_a_small_one_stays_as_large_as_it_is() {
    var large = Darkroom.develop(Pictures.jpeg(4100, 1000));
    assertThat(large.width()).isEqualTo(2048);
    assertThat(large.height()).isEqualTo(500);
    assertThat(Pictures.read(large.thumbnail()).getWidth()).isEqualTo(400);
    assertQuarters(large.full(), TOP_LEFT_FIRST);
    var small = Darkroom.develop(Pictures.jpeg(37, 1));
    assertThat(List.of(small.width(), small.height())).containsExactly(37, 1);
  }

  @Test
  void a_progressive_photo_comes_out_like_the_same_one_in_a_single_scan() {
    var image = Pictures.detailed(900, 700);
    var plain = Pictures.read(Darkroom.develop(Pictures.jpeg(image, false)).full());
    var progressive = Pictures.read(Darkroom.develop(Pictures.jpeg(image, true)).full());
    for (var y = 0; y < 700; y += 7) {
      for (var x = 0; x < 900; x += 7) {
        assertColour(progressive, x, y, new Color(plain.getRGB(x, y)), 2);
      }
    }
  }

  @Test
  void what_is_blacked_out_is_black_and_the_rest_is_not() {
    var full = Darkroom.develop(Pictures.jpeg(640, 480)).full();
    var redacted = Darkroom.redact(full, List.of(new Rectangle(0.5, 0, 0.9, 0.5)));
    for (var file : List.of(redacted.full(), redacted.thumbnail())) {
      var image = Pictures.read(file);
      assertColour(image, image.getWidth() * 3 / 4, image.getHeight() / 4, Color.BLACK, 3);
      assertColour(image, image.getWidth() - 1, 0, Color.BLACK, 3);
      assertColour(image, image.getWidth() / 4, image.getHeight() / 4, Pictures.QUARTERS.get(0), 9);
    }
    // The control.
    assertQuarters(Darkroom.redact(full, List.of()).full(), TOP_LEFT_FIRST);
  }
}

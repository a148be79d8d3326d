package org.localityvoice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localityvoice.problem.Problem;
import org.localityvoice.problem.ProblemType;

class BadPhotosTest {
  private static final List<byte[]> GOOD =
      List.of(
          Pictures.jpeg(Pictures.detailed(80, 60), false),
          Pictures.jpeg(Pictures.detailed(80, 60), true),
          Pictures.with(Pictures.jpeg(64, 48), 0xe1, Pictures.exif(6)),
          FourInks.jpeg(Pictures.quarters(64, 48), FourInks.YCCK),
          Pictures.png(Pictures.detailed(40, 30)),
          PngKinds.interlaced(Pictures.quarters(40, 30)),
          Webp.LOSSY,
          Webp.with(Webp.LOSSY, "EXIF", Pictures.tiff(6, ByteOrder.LITTLE_ENDIAN)));

  @ParameterizedTest
  @MethodSource("org.localityvoice.media.BadPhotos#all")
  void a_bad_photo_is_refused_with_the_reason(byte[] file, String code) {
    var refusal = catchThrowableOfType(Problem.class, () -> Darkroom.develop(file));
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
  }

  @Test
  void text_that_would_inflate_to_much_is_left_out_unread() {
    var bomb = Pictures.joined(Pictures.text("Comment\0\0"), Png.deflated(new byte[64 << 20]));
    var plain = Pictures.png(Pictures.quarters(64, 48));
    var png = Png.headOf(plain).chunk("zTXt", bomb).chunk("iTXt", bomb).restOf(plain);
    assertThat(Darkroom.develop(png).full()).isEqualTo(Darkroom.develop(plain).full());
  }

  @Property(tries = 300)
  void a_photo_that_was_cut_short_is_never_taken(
      @ForAll @IntRange(max = 7) int which, @ForAll @IntRange(max = 99_999) int part) {
    var file = GOOD.get(which);
    // The control: it is taken whole.
    assertThat(Darkroom.develop(file).full()).isNotEmpty();
    var cut = Arrays.copyOf(file, (int) ((long) file.length * part / 100_000));
    assertThat(catchThrowableOfType(Problem.class, () -> Darkroom.develop(cut))).isNotNull();
  }

  @Property(tries = 1000)
  void a_photo_with_wrong_bits_is_taken_or_refused_and_nothing_worse(
      @ForAll @IntRange(max = 7) int which,
      @ForAll @IntRange(min = 1, max = 20) int flips,
      @ForAll long seed) {
    var file = GOOD.get(which).clone();
    var random = new Random(seed);
    for (var i = 0; i < flips; i++) {
      file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    }
    takenOrRefused(file);
  }

  @Property(tries = 1000)
  void random_bytes_behind_a_good_beginning_are_refused_and_nothing_worse(
      @ForAll @IntRange(max = 7) int which,
      @ForAll @IntRange(min = 2, max = 200) int good,
      @ForAll long seed) {
    var file = Arrays.copyOf(GOOD.get(which), 400);
    var rest = new byte[Math.max(0, 400 - good)];
    new Random(seed).nextBytes(rest);
    System.arraycopy(rest, 0, file, 400 - rest.length, rest.length);
    takenOrRefused(file);
  }

  private static void takenOrRefused(byte[] file) {
    try {
      assertThat(Darkroom.develop(file).thumbnail()).isNotEmpty();
    } catch (Problem refusal) {
      assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }
  }
}

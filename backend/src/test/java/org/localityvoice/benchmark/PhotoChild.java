package org.localityvoice.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.localityvoice.media.PhotoWork;
import org.localityvoice.media.Pictures;

/**
 * Works on one photo in a process of its own and prints by how many MB its memory grew at most:
 * heap, then the whole process as Linux counts it (0 elsewhere).
 */
final class PhotoChild {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String RESET_PEAK = "5";

  private PhotoChild() {}

  /** Arguments: {@code ours} or {@code plain}, and the file. */
  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    var ours = arguments[0].equals("ours");
    // Classes and native libraries are there before the count begins.
    work(ours, Pictures.jpeg(64, 48));
    var file = Files.readAllBytes(Path.of(arguments[1]));
    System.gc();
    var heap = heap(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    if (Files.isWritable(CLEAR)) {
      Files.writeString(CLEAR, RESET_PEAK);
    }
    var resident = status("VmRSS:");
    work(ours, file);
    var peak = heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.println(heap(peak) - heap);
    System.out.println(status("VmHWM:") - resident);
  }

  static byte[] work(boolean ours, byte[] file) throws IOException {
    return ours ? PhotoWork.develop(file) : plain(file);
  }

  /** What a short program would do. */
  static byte[] plain(byte[] file) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(ImageIO.read(new ByteArrayInputStream(file)), "jpeg", out);
    return out.toByteArray();
  }

  private static double heap(long bytes) {
    return bytes / 1e6;
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static double status(String name) throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
        .findFirst()
        .orElse(0);
  }
}

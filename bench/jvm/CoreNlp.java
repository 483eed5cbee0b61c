import com.sun.management.OperatingSystemMXBean;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Annotates the texts of a folder with CoreNLP on one thread and prints as JSON what it cost: CPU seconds of the process, compiler
 * and garbage collector included, to load, and for the texts after those of the warm-up.
 *
 * <p>Arguments: annotators, day of publication, texts to warm up with, CPU seconds after which it stops, folder.
 */
public final class CoreNlp {
  public static void main(String[] args) throws IOException {
    String annotators = args[0];
    String published = args[1];
    int warmUp = Integer.parseInt(args[2]);
    double patience = Double.parseDouble(args[3]);
    List<Path> texts;
    try (var files = Files.list(Path.of(args[4]))) {
      texts = files.sorted().toList();
    }
    Properties properties = new Properties();
    properties.setProperty("annotators", annotators);
    properties.setProperty("threads", "1");
    double before = cpuSeconds();
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    double load = cpuSeconds() - before;
    long check = 0;
    for (Path text : texts.subList(0, warmUp)) check += annotate(pipeline, text, published);
    double start = cpuSeconds();
    int done = 0;
    for (Path text : texts.subList(warmUp, texts.size())) {
      check += annotate(pipeline, text, published);
      done++;
      if (cpuSeconds() - start > patience) break;
    }
    System.out.printf(
        "{\"load\":%.3f,\"cpu\":%.3f,\"pages\":%d,\"check\":%d}%n", load, cpuSeconds() - start, done, check);
  }

  private static int annotate(StanfordCoreNLP pipeline, Path text, String published) throws IOException {
    Annotation document = new Annotation(Files.readString(text));
    document.set(CoreAnnotations.DocDateAnnotation.class, published);
    pipeline.annotate(document);
    return document.get(CoreAnnotations.TokensAnnotation.class).size();
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
  }
}

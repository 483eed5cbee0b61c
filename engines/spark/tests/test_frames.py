import unittest

from readout_spark.frames import (
    HELLO,
    ROWS,
    FrameReader,
    ProtocolError,
    decode_rows,
    encode_frame,
    encode_rows,
)


class Frames(unittest.TestCase):
    def test_frames_come_whole_however_they_are_cut(self) -> None:
        sent = [(HELLO, b"{}"), (ROWS, b""), (ROWS, bytes(range(256)) * 100)]
        stream = b"".join(encode_frame(kind, payload) for kind, payload in sent)
        for size in (1, 7, 13, 4096, len(stream)):
            reader = FrameReader()
            found = [
                frame for at in range(0, len(stream), size) for frame in reader.feed(stream[at : at + size])
            ]
            self.assertEqual(found, sent)

    def test_a_stray_line_is_no_frame(self) -> None:
        with self.assertRaises(ProtocolError):
            list(FrameReader().feed(b"some library says hello\n"))

    def test_a_damaged_frame_is_told(self) -> None:
        frame = bytearray(encode_frame(ROWS, b"rows"))
        frame[-1] ^= 1
        with self.assertRaises(ProtocolError):
            list(FrameReader().feed(bytes(frame)))

    def test_rows_keep_nulls_apart_from_nothing(self) -> None:
        rows = [[b"a", None, b""], ["é".encode(), b"\0", None]]
        self.assertEqual(list(decode_rows(encode_rows(rows))), rows)


if __name__ == "__main__":
    unittest.main()

// SPDX-License-Identifier: Apache-2.0
#include "rpc/linebuffer.h"

#include <doctest/doctest.h>

using tidegate::rpc::LineBuffer;

TEST_CASE("lines come whole however the bytes are cut")
{
    const std::string stream = "one\r\ntwo 订单\n\n\nthree\nfour";
    for (std::size_t piece = 1; piece <= stream.size(); ++piece) {
        CAPTURE(piece);
        LineBuffer buffer(100);
        std::string lines;
        for (std::size_t at = 0; at < stream.size(); at += piece) {
            buffer.append(std::string_view(stream).substr(at, piece));
            while (const auto line = buffer.next())
                lines += line->text + "|";
        }
        CHECK(lines == "one|two 订单|three|");
    }
}

TEST_CASE("an over-long line is told once and the next line is whole")
{
    for (const std::size_t piece : {1U, 3U, 7U, 100U}) {
        CAPTURE(piece);
        LineBuffer buffer(5);
        const std::string stream = "12345\n123456\n" + std::string(50, 'x') + "\nok\n";
        std::string lines;
        for (std::size_t at = 0; at < stream.size(); at += piece) {
            buffer.append(std::string_view(stream).substr(at, piece));
            while (const auto line = buffer.next())
                lines += (line->overlong ? "(overlong)" : line->text) + "|";
        }
        CHECK(lines == "12345|(overlong)|(overlong)|ok|");
    }
}

# frozen_string_literal: true

require 'net/http'

module PolicyElements
  # Where confirmations are kept. Redmine knows who is signed in: this passes them on, with the name of
  # the person, from server to server.
  class Server
    TIME_TO_ACT = 10
    NOT_THERE = [
      SystemCallError, SocketError, Timeout::Error, IOError, OpenSSL::SSL::SSLError, Net::ProtocolError
    ].freeze

    # Nothing where the settings name none.
    def self.address
      address = Setting.plugin_policy_elements['server'].to_s.strip
      address if address.match?(%r{\Ahttps?://[^\s/]\S*\z}i)
    end

    # The answer, or nothing where there was none: the element keeps the record, and tries again.
    def self.ask(query, headers, body = nil)
      uri = URI.parse(address)
      uri.query = query.to_query if query.any?
      request = (body ? Net::HTTP::Post : Net::HTTP::Get).new(uri, headers)
      request.body = body
      answer = connect(uri) {|http| http.request(request)}
      note('404, not an address of confirmations') if answer.code == '404'
      answer
    rescue *NOT_THERE, URI::InvalidURIError => e
      note(e.message)
      nil
    end

    def self.connect(uri, &block)
      times = {:open_timeout => TIME_TO_ACT, :read_timeout => TIME_TO_ACT, :write_timeout => TIME_TO_ACT}
      Net::HTTP.start(uri.hostname, uri.port, :use_ssl => uri.scheme == 'https', **times, &block)
    end
    private_class_method :connect

    # For who gave the address: readers cannot tell what is wrong with it.
    def self.note(problem)
      Rails.logger.error("Policy Elements: the server at #{address}: #{problem}")
    end
    private_class_method :note
  end
end

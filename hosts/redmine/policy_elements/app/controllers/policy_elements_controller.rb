# frozen_string_literal: true

# The endpoint of confirmations.
class PolicyElementsController < ApplicationController
  MOST_BYTES = 65_536

  # Who is not signed in is told so, with a 401, and not led to where one signs in.
  skip_before_action :check_if_login_required
  # It is asked for below: Redmine's own answer to a wrong one is to sign the reader out.
  skip_before_action :verify_authenticity_token

  def acknowledgements
    if !User.current.logged? || !verified_request?
      problem(401, 'not-signed-in')
    elsif request.raw_post.bytesize > MOST_BYTES
      problem(413, 'too-large')
    elsif PolicyElements::Server.address.nil?
      problem(503, 'no-server')
    else
      pass_on
    end
  end

  # As in the page itself: browsers let no other site read it.
  def token
    answer(200, {:token => User.current.logged? ? form_authenticity_token : ''}.to_json)
  end

  private

  def pass_on
    policy = request.query_parameters['policy']
    query = policy.is_a?(String) ? {:policy => policy} : {}
    body = request.raw_post if request.post?
    said = PolicyElements::Server.ask(query, headers_to_pass, body)
    return problem(503, 'server-unreachable') unless said

    response.headers['Retry-After'] = said['Retry-After'] if said['Retry-After']
    answer(said.code.to_i, said.body.to_s)
  end

  # Who it is says Redmine alone; what the browser says of it is not passed on. Whose answer it was is,
  # so that the server refuses one that somebody else left in this browser.
  def headers_to_pass
    user = User.current
    who = {'X-Remote-User' => one_word(user.login), 'X-Remote-Name' => one_line(user.name)}
    return who unless request.post?

    {
      **who,
      'Content-Type' => 'application/json',
      'Idempotency-Key' => one_line(request.headers['Idempotency-Key']),
      'Acknowledgement-Reader' => one_line(request.headers['Acknowledgement-Reader'])
    }.reject {|_, value| value.empty?}
  end

  def one_line(text)
    text.to_s.gsub(/[\x00-\x1f\x7f]+/, ' ').strip
  end

  # An id in one word: the server would take a comma for a list of two.
  def one_word(text)
    one_line(text).gsub(/[% ,;]/) {|sign| format('%%%02X', sign.ord)}
  end

  def problem(status, error)
    answer(status, {:status => status, :error => error}.to_json)
  end

  def answer(status, json)
    response.headers['Cache-Control'] = 'no-store'
    type = status < 400 ? 'application/json' : 'application/problem+json'
    render :body => json, :status => status, :content_type => type
  end
end
